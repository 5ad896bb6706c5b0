"""Databases are brought up to date by a role of their own, never as a side effect of a start."""

from collections.abc import AsyncIterator, Collection, Mapping, Sequence
from contextlib import asynccontextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any

from alembic import command, op
from alembic.config import Config
from sqlalchemy import Column, Connection, DateTime, Integer, MetaData, Text, Uuid, text

from korpu_chassis.configuration.settings import OwnerSettings
from korpu_chassis.database.availability import DatabaseUnavailable, RowBusy
from korpu_chassis.database.grants import KEEP, declared, statements
from korpu_chassis.database.limits import MIGRATE
from korpu_chassis.database.metadata import metadata as furniture
from korpu_chassis.persistence.revisions import FOUND, Revisions
from korpu_chassis.persistence.store import Database
from korpu_chassis.stopping import Stopping

ONE_AT_A_TIME = 20_261_123
_TABLES = text("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")
_SERVING = text("""
    SELECT quote_ident(r.rolname) AS name, quote_ident(current_database()) AS database,
        r.rolsuper OR pg_has_role(r.oid, current_user, 'MEMBER') AS owns
    FROM pg_roles r WHERE r.rolname = :role
""")


def configuration(versions: Path, metadata: Sequence[MetaData], connection: Connection) -> Config:
    """Alembic's settings for one service: the chassis' migrations and its own."""
    ours = Path(str(files("korpu_chassis").joinpath("migrations")))
    config = Config()
    config.set_main_option("script_location", str(ours))
    config.set_main_option("path_separator", "newline")
    config.set_main_option("version_locations", f"{ours / 'versions'}\n{versions}")
    config.attributes["connection"] = connection
    config.attributes["metadata"] = list(metadata)
    return config


def create_aggregate(name: str, *columns: Any) -> None:
    """Create the table of an aggregate, in a migration: what every one has, and these columns of its own."""
    op.create_table(
        name,
        Column("id", Uuid, primary_key=True),
        Column("version", Integer, nullable=False),
        Column("code", Text, nullable=False, index=True),
        Column("status", Text, nullable=False, index=True),
        Column("unit", Text),
        Column("author", Text, nullable=False),
        Column("correlation_id", Uuid, nullable=False),
        Column("created_at", DateTime(timezone=True), nullable=False),
        Column("changed_at", DateTime(timezone=True), nullable=False),
        *columns,
    )


@asynccontextmanager
async def owned(settings: OwnerSettings) -> AsyncIterator[Database]:
    """The database as its owner has it, for one piece of work at a time."""
    database = Database(settings.owner_database, connections=1, limits=MIGRATE)
    try:
        yield database
    finally:
        await database.close()


async def migrate(
    database: Database, versions: Path, metadata: MetaData, serving: str, kept: Collection[str] = ()
) -> None:
    """Bring a service's database up to date as its owner, in one transaction, and give the role that serves its rights.

    A second caller waits and finds nothing to do. `kept` are the tables of aggregates, whose rows are never deleted.
    """
    rights = {"alembic_version": "SELECT", **dict.fromkeys(kept, KEEP), **declared(furniture, metadata)}

    def upgrade(connection: Connection) -> None:
        connection.exec_driver_sql("set local lock_timeout = 0")
        connection.exec_driver_sql(f"select pg_advisory_xact_lock({ONE_AT_A_TIME})")
        connection.exec_driver_sql(f"set local lock_timeout = '{MIGRATE.lock}s'")
        command.upgrade(configuration(versions, [furniture, metadata], connection), "heads")
        _give(connection, serving, rights)

    async with database.engine.begin() as connection:
        await connection.run_sync(upgrade)


def _give(connection: Connection, role: str, rights: Mapping[str, str]) -> None:
    serving = connection.execute(_SERVING, {"role": role}).one_or_none()
    if serving is None:
        raise Stopping(f"KORPU_DATABASE names the role {role}, which is not there: create it first")
    if serving.owns:
        raise Stopping(f"KORPU_DATABASE names the role {role}, which may do what the owner may: nobody serves so")
    tables = connection.execute(_TABLES).scalars().all()
    for statement in statements(serving.name, serving.database, tables, rights):
        connection.exec_driver_sql(statement)


async def migrated(database: Database, wanted: Revisions) -> bool:
    """Say whether the database answers, and has been brought up to this release."""
    try:
        async with database.transaction() as session:
            return wanted.are_at((await session.execute(text(FOUND))).scalars())
    except (DatabaseUnavailable, RowBusy):
        return False
