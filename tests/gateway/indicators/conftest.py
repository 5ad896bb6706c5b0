"""An office of ten years, told to a gateway; nobody changes it."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import date

import pytest
from graphql import GraphQLSchema

from korpu_chassis.identity.access_tokens import Principal
from korpu_chassis.persistence.store import Database
from korpu_gateway.indicators.definitions import indicators
from korpu_gateway.indicators.engine import Cell, Engine
from korpu_gateway.indicators.question import Asked, Period, asked
from korpu_gateway.readmodel.pool import reading_pool
from tests.conftest import Database as Fresh
from tests.gateway.conftest import Gateway
from tests.gateway.indicators.world import World, furnish

SEEDS = (2,)
"""Put more of them here to try the engine on other histories."""
CHUNK = 500


@dataclass
class Counted(Gateway):
    """A gateway with an office behind it, and the engine that counts it."""

    world: World = None  # type: ignore[assignment]

    async def count(
        self,
        code: str,
        by: Sequence[str],
        period: Period,
        granted: frozenset[str] | None = None,
        **filter: Sequence[str],
    ) -> list[Cell]:
        question = self.asked(code, by, period, **filter)
        (cells,) = await Engine().count(self.pool, [question], Principal.anonymous, granted)
        return cells

    def asked(self, code: str, by: Sequence[str], period: Period, **filter: Sequence[str]) -> Asked:
        return asked(code, period, by, filter, list(indicators().values()))


@pytest.fixture(scope="session", params=SEEDS)
async def counted(
    request: pytest.FixtureRequest, databases: Fresh, the_schema: GraphQLSchema
) -> AsyncIterator[Counted]:
    dsn = await databases("gateway")
    held = Database(dsn, connections=2)
    world = furnish(request.param)
    async with reading_pool(dsn, 4) as pool:
        gateway = Counted(pool, held, the_schema, world, world=world)
        for kind, states in world.versions.items():
            for begin in range(0, len(states), CHUNK):
                await gateway.hears(kind, *states[begin : begin + CHUNK])
        yield gateway
    await held.close()


PERIODS = (
    Period(date(2016, 1, 1), date(2025, 12, 31), date(2026, 11, 30)),
    Period(date(2021, 1, 1), date(2022, 12, 31), date(2023, 3, 15)),
    Period(date(2024, 1, 1), date(2026, 12, 31), date(2025, 6, 30)),
)
"""Ten years; two as they were known soon after; and a period that still ran on the as-of day."""
