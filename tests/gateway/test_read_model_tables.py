"""The read model that the migrations make is the one that the types of its kinds declare, with every index."""

import sqlalchemy as sa

from korpu_chassis.persistence.store import Database
from korpu_gateway.readmodel.tables import metadata
from korpu_gateway.types import KINDS
from tests.conftest import Database as Fresh
from tests.contracts.test_migrations import drift


async def test_the_migrations_make_the_tables_and_indexes_that_follow_from_the_kinds(database: Fresh) -> None:
    migrated = Database(await database("gateway"), connections=1)

    async with migrated.engine.connect() as connection:
        differences = await connection.run_sync(drift, metadata)
    await migrated.close()

    assert differences == []


async def test_the_short_values_that_are_counted_are_those_that_conditions_ask(database: Fresh) -> None:
    migrated = Database(await database("gateway"), connections=1)

    async with migrated.engine.connect() as connection:
        held = await connection.run_sync(_included)
    await migrated.close()

    assert held == {name: sorted(kind.narrow) for name, kind in KINDS.items()}


def _included(connection: sa.Connection) -> dict[str, list[str]]:
    """What the index of short values of each kind holds beside the status."""
    indexes = {kind: {str(each["name"]): each for each in sa.inspect(connection).get_indexes(kind)} for kind in KINDS}
    return {
        kind: sorted(named[f"{kind}_narrow"]["dialect_options"].get("postgresql_include", []))
        for kind, named in indexes.items()
    }
