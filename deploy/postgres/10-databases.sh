#!/usr/bin/env bash
# A role and a database for each service, made at the first start on an empty volume; nobody connects to another's.
set -euo pipefail
for service in partners mobility events gateway; do
  name=korpu_$service
  psql --quiet -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
    -v name="$name" -v password="$KORPU_DATABASE_PASSWORD" <<'SQL'
CREATE ROLE :"name" LOGIN PASSWORD :'password';
CREATE DATABASE :"name" OWNER :"name";
REVOKE ALL ON DATABASE :"name" FROM PUBLIC;
SQL
done
