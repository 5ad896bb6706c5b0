"""A database made by the migrations is the one that the code describes."""

from collections.abc import Awaitable, Callable

import pytest
from alembic import autogenerate
from alembic.migration import MigrationContext
from sqlalchemy import Connection, MetaData, Text
from sqlmodel.sql.sqltypes import AutoString

from korpu_chassis.database.metadata import metadata as furniture
from korpu_chassis.persistence.store import Database
from korpu_chassis.runtime.assembly import Service
from korpu_chassis.runtime.discovery import load_all
from tests.contracts.services import owners

load_all("korpu_chassis")  # each of its tables is known once its module is


@pytest.mark.parametrize("service", owners(), ids=lambda service: service.name)
async def test_the_migrations_make_what_the_code_describes(
    service: Service, database: Callable[[str], Awaitable[str]]
) -> None:
    migrated = Database(await database(service.name), connections=1)

    async with migrated.engine.connect() as connection:
        differences = await connection.run_sync(drift, service.table.metadata)
    await migrated.close()

    assert differences == []


def drift(connection: Connection, metadata: MetaData) -> list[object]:
    """Where the tables differ from what the code says they are; empty when they do not."""
    both = [furniture, metadata]
    context = MigrationContext.configure(connection, opts={"target_metadata": both, "compare_type": differs})
    return list(autogenerate.produce_migrations(context, both).upgrade_ops_list[0].as_diffs())  # type: ignore[arg-type]


def differs(_: object, __: object, ___: object, found: object, meant: object) -> bool | None:
    """Say that SQLModel's strings are texts; everything else Alembic compares itself."""
    return False if isinstance(meant, AutoString) and isinstance(found, Text) else None
