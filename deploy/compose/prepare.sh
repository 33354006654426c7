#!/bin/sh
# Makes the secrets that compose.yaml names, in ./secrets, where they are not there yet: passwords, the token between the
# halves, an authority with a certificate for each, and the key files for production. Needs openssl and the image.
set -eu
umask 077
cd "$(dirname "$0")"
image=${THAWLINE_IMAGE:-thawline:local}
run=${CONTAINERS:-docker}
mkdir -p secrets
random() { openssl rand -hex 32; }

for name in processor-token bot-database-password processor-database-password postgres-password grafana-password; do
  [ -e "secrets/$name" ] || random > "secrets/$name"
done
for half in bot processor; do
  # Within one machine: the network between the two has no way out.
  printf 'postgres://%s:%s@postgres:5432/%s?sslmode=disable\n' "$half" "$(cat "secrets/$half-database-password")" "$half" \
    > "secrets/$half-database-url"
done

if [ ! -e secrets/authority.pem ]; then
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 3650 -subj /CN=Thawline \
    -keyout secrets/authority.key -out secrets/authority.pem
fi
for half in bot processor; do
  [ -e "secrets/$half.pem" ] || openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 397 \
    -subj "/CN=$half" -addext "subjectAltName=DNS:$half" -addext basicConstraints=critical,CA:FALSE \
    -CA secrets/authority.pem -CAkey secrets/authority.key -keyout "secrets/$half.key" -out "secrets/$half.pem"
  # Into the volume of the half, as its account: the keys that a service reads must be its own alone.
  $run run --rm --user 0 --entrypoint sh -v "thawline_$half-data:/var/lib/thawline" -v "$PWD/secrets:/from:ro" "$image" -c "
    install -d -m 0700 -o 10001 -g 10001 /var/lib/thawline /var/lib/thawline/tls
    install -m 0600 -o 10001 -g 10001 /from/$half.key /var/lib/thawline/tls/$half.key"
  # One that is there stays: without it the database could not be read.
  $run run --rm --entrypoint sh -v "thawline_$half-data:/var/lib/thawline" -e KEYS_FILE=/var/lib/thawline/keys.json "$image" \
    -c '[ -e "$KEYS_FILE" ] || exec thawline keys create'
done
# What is mounted as a file keeps its owner: certificates are no secret, and the rest is read by the account of a service.
chmod 0644 secrets/authority.pem secrets/bot.pem secrets/processor.pem
for name in processor-token bot-database-url processor-database-url; do chmod 0644 "secrets/$name"; done
chmod 0711 secrets
