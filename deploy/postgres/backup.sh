#!/bin/sh
# A backup of Thawline on PostgreSQL: backup.sh FOLDER, which is made or is empty. Run it as the account of the service,
# in its working folder, so that its settings count. pg_dump must be of the server's version or newer, and reads the
# password from PGPASSFILE (~/.pgpass): nothing secret stands on a command line.
set -eu
umask 077
folder=${1:?the folder of the backup}
: "${PGDATABASE:?the database, beside PGHOST and PGUSER, as DATABASE_URL names them}"

# First what must not be newer than the database: the anchors of the audit trail, and what the copy must hold at least.
npx thawline backup "$folder"
# Sealing keys open the envelopes of the last hour and die with it: no copy may have them.
pg_dump --format=custom --no-owner --no-privileges --exclude-table-data='*.sealing_keys' --file="$folder/thawline.dump"
(cd "$folder" && sha256sum thawline.dump > thawline.dump.sha256)
pg_restore --list "$folder/thawline.dump" > /dev/null
