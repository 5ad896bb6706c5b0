"""Databases are brought up to date by a role of their own, never as a side effect of a start."""

from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

from alembic import command, op
from alembic.config import Config
from sqlalchemy import Column, Connection, DateTime, Integer, MetaData, Text, Uuid, text

from korpu_chassis.availability import DatabaseUnavailable, RowBusy
from korpu_chassis.database_limits import MIGRATE
from korpu_chassis.messages import metadata as furniture
from korpu_chassis.revisions import FOUND, Revisions
from korpu_chassis.store import Database

ONE_AT_A_TIME = 20_261_123


def configuration(versions: Path, metadata: Sequence[MetaData], connection: Connection) -> Config:
    """Alembic's settings for one service: the chassis' migrations and its own."""
    ours = Path(str(files(__package__).joinpath("migrations")))
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


async def migrate(database: Database, versions: Path, metadata: MetaData) -> None:
    """Bring a service's database up to date, in one transaction; a second caller waits and finds nothing to do."""

    def upgrade(connection: Connection) -> None:
        connection.exec_driver_sql("set local lock_timeout = 0")
        connection.exec_driver_sql(f"select pg_advisory_xact_lock({ONE_AT_A_TIME})")
        connection.exec_driver_sql(f"set local lock_timeout = '{MIGRATE.lock}s'")
        command.upgrade(configuration(versions, [furniture, metadata], connection), "heads")

    async with database.engine.begin() as connection:
        await connection.run_sync(upgrade)


async def migrated(database: Database, wanted: Revisions) -> bool:
    """Say whether the database answers, and has been brought up to this release."""
    try:
        async with database.transaction() as session:
            return wanted.are_at((await session.execute(text(FOUND))).scalars())
    except (DatabaseUnavailable, RowBusy):
        return False
