"""A database made by the migrations is the one that the code describes."""

from collections.abc import Awaitable, Callable

import pytest

from korpu_chassis.house import Service
from korpu_chassis.schema import drift
from korpu_chassis.store import Database
from tests.contracts.services import owners


@pytest.mark.parametrize("service", owners(), ids=lambda service: service.name)
async def test_the_migrations_make_what_the_code_describes(
    service: Service, database: Callable[[str], Awaitable[str]]
) -> None:
    migrated = Database(await database(service.name), connections=1)

    differences = await drift(migrated, service.table.metadata)
    await migrated.close()

    assert differences == []
