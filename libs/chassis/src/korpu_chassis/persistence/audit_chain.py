"""Audit and access log can be added to and nothing else, and each row carries a hash of itself and of the one before.

The database does both, by triggers. What erasing a person takes out of a row (`OUTSIDE`) is not in its hash.
"""

from typing import Final

import sqlalchemy as sa

from korpu_chassis.database.grants import APPEND, GRANTS
from korpu_chassis.database.metadata import metadata
from korpu_chassis.messaging.parking import APPEND_ONLY
from korpu_chassis.persistence.audit_digest import digest

OUTSIDE: Final = {"audit": "why", "read_log": "purpose"}
audit_seal = sa.Table(
    "audit_seal",
    metadata,
    sa.Column("id", sa.BigInteger, sa.Identity(), primary_key=True),
    sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    sa.Column("audit_upto", sa.BigInteger, nullable=False),
    sa.Column("read_log_upto", sa.BigInteger, nullable=False),
    sa.Column("audit_rows", sa.BigInteger, nullable=False),
    sa.Column("read_log_rows", sa.BigInteger, nullable=False),
    sa.Column("hash", sa.LargeBinary, nullable=False),
    info={GRANTS: APPEND},
)


# A transaction takes its number before its first row has an id: whoever sees a row knows whom to wait for (audit_seal).
_FUNCTIONS: Final = (
    APPEND_ONLY[0],
    """
    CREATE OR REPLACE FUNCTION refuse_rewriting_but() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF to_jsonb(NEW) = jsonb_set(to_jsonb(OLD), ARRAY[TG_ARGV[0]], 'null') THEN RETURN NEW; END IF;
        RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
    END $$
    """,
    """
    CREATE OR REPLACE FUNCTION number_transaction() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN PERFORM pg_current_xact_id(); RETURN NULL; END $$
    """,
    f"""
    CREATE OR REPLACE FUNCTION chain_audit() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE before bytea;
    BEGIN
        IF NEW.hash IS NULL THEN
            SELECT hash INTO before FROM audit WHERE aggregate_id = NEW.aggregate_id AND version = NEW.version - 1;
            NEW.hash := {digest("audit", "NEW", "before")};
        END IF;
        RETURN NEW;
    END $$
    """,  # noqa: S608 -- our own text
    f"""
    CREATE OR REPLACE FUNCTION chain_read_log() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE before bytea;
    BEGIN
        IF NEW.hash IS NULL THEN
            SELECT id, hash INTO NEW.previous, before FROM read_log WHERE about = NEW.about AND id < NEW.id
                ORDER BY id DESC LIMIT 1;
            NEW.hash := {digest("read_log", "NEW", "before")};
        END IF;
        RETURN NEW;
    END $$
    """,  # noqa: S608 -- our own text
)
_ALREADY_THERE: Final = f"""
    DO $$
    DECLARE entry record; last uuid; before bytea; place bigint;
    BEGIN
        FOR entry IN SELECT * FROM audit ORDER BY aggregate_id, version LOOP
            IF entry.aggregate_id IS DISTINCT FROM last THEN last := entry.aggregate_id; before := NULL; END IF;
            before := {digest("audit", "entry", "before")};
            UPDATE audit SET hash = before WHERE id = entry.id;
        END LOOP;
        last := NULL;
        FOR entry IN SELECT * FROM read_log ORDER BY about, id LOOP
            IF entry.about IS DISTINCT FROM last THEN last := entry.about; before := NULL; place := NULL; END IF;
            entry.previous := place;
            before := {digest("read_log", "entry", "before")};
            place := entry.id;
            UPDATE read_log SET hash = before, previous = entry.previous WHERE id = entry.id;
        END LOOP;
    END $$
    """  # noqa: S608 -- our own text


def _triggers(table: str) -> tuple[str, ...]:
    rewriting = "DELETE OR TRUNCATE" if table in OUTSIDE else "UPDATE OR DELETE OR TRUNCATE"
    appended = f"""
    CREATE OR REPLACE TRIGGER {table}_append_only BEFORE {rewriting} ON {table}
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting()
    """
    if table not in OUTSIDE:
        return (appended,)
    return (
        appended,
        f"""
    CREATE OR REPLACE TRIGGER {table}_keeps_rows BEFORE UPDATE ON {table}
    FOR EACH ROW EXECUTE FUNCTION refuse_rewriting_but('{OUTSIDE[table]}')
    """,
        f"""
    CREATE OR REPLACE TRIGGER {table}_numbered BEFORE INSERT ON {table}
    FOR EACH STATEMENT EXECUTE FUNCTION number_transaction()
    """,
        f"""
    CREATE OR REPLACE TRIGGER {table}_chained BEFORE INSERT ON {table}
    FOR EACH ROW EXECUTE FUNCTION chain_{table}()
    """,
    )


def guard(*tables: sa.Table) -> None:
    """Have the database chain and guard these tables from the moment that it makes them."""
    for table in (*tables, audit_seal):
        for statement in (*_FUNCTIONS, *_triggers(table.name)):
            sa.event.listen(table, "after_create", sa.DDL(statement.replace("%", "%%")))  # type: ignore[no-untyped-call]


def chain_with_whose_place() -> tuple[str, ...]:
    """The statements of the migration: a row says in whose place somebody acted, and its hash covers that."""
    return ("ALTER TABLE audit ADD COLUMN IF NOT EXISTS in_place_of text", *_FUNCTIONS)


def chain_what_is_there() -> tuple[str, ...]:
    """The statements of the migration: rows are chained as they stand, and from then on guarded."""
    columns = (
        "ALTER TABLE audit ADD COLUMN IF NOT EXISTS hash bytea, ADD COLUMN IF NOT EXISTS in_place_of text",
        "ALTER TABLE read_log ADD COLUMN IF NOT EXISTS previous bigint, ADD COLUMN IF NOT EXISTS hash bytea",
        "DROP INDEX IF EXISTS read_log_about",
        "CREATE INDEX read_log_about ON read_log (about, id)",
    )
    whole = tuple(f"ALTER TABLE {table} ALTER COLUMN hash SET NOT NULL" for table in OUTSIDE)
    return (*columns, _ALREADY_THERE, *whole, *_FUNCTIONS, *(each for table in OUTSIDE for each in _triggers(table)))
