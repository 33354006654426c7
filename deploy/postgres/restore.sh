#!/bin/sh
# Puts a backup that backup.sh has made into a new, empty database: restore.sh FOLDER, with PGDATABASE, PGHOST and PGUSER
# naming that database and DATABASE_URL in the settings as well. No service may run on it before this has ended with 0.
set -eu
folder=${1:?the folder of the backup}
: "${PGDATABASE:?the new, empty database, beside PGHOST and PGUSER, as DATABASE_URL names it}"

(cd "$folder" && sha256sum --check --quiet thawline.dump.sha256)
pg_restore --exit-on-error --single-transaction --no-owner --no-privileges --dbname="$PGDATABASE" "$folder/thawline.dump"
npx thawline restore "$folder" --check
