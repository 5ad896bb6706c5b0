"""The read model that the migrations make is the one that the types of its kinds declare, with every index."""

from korpu_chassis.persistence.store import Database
from korpu_gateway.readmodel.tables import metadata
from tests.conftest import Database as Fresh
from tests.contracts.test_migrations import drift


async def test_the_migrations_make_the_tables_and_indexes_that_follow_from_the_kinds(database: Fresh) -> None:
    migrated = Database(await database("gateway"), connections=1)

    async with migrated.engine.connect() as connection:
        differences = await connection.run_sync(drift, metadata)
    await migrated.close()

    assert differences == []
