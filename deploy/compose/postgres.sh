#!/bin/sh
# Makes, when PostgreSQL starts for the first time, a database and a role for each half: neither can read the other's.
set -eu
for half in bot processor; do
  password=$(cat "/run/secrets/$half-database-password")
  psql --username=postgres --set=ON_ERROR_STOP=1 --set=half="$half" --set=password="$password" <<'SQL'
CREATE ROLE :"half" LOGIN PASSWORD :'password';
CREATE DATABASE :"half" OWNER :"half" ENCODING 'UTF8' TEMPLATE template0;
REVOKE CONNECT ON DATABASE :"half" FROM PUBLIC;
SQL
done
