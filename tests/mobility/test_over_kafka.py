"""Mobility hears partners over real Kafka: what it missed it catches up, what it hears twice counts once."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass

from korpu_chassis.clock import now
from korpu_chassis.messaging.envelope import Outgoing
from korpu_chassis.messaging.kafka import Kafka, Letter, Sender
from korpu_local.kafka import Broker, settings_of
from korpu_mobility.consumers.tables import KnownAgreement
from tests.mobility.conftest import Agreement, Mobility


@dataclass
class Partners:
    """Takes the place of the partners' relay: sends an agreement as it now stands, as often as it is told."""

    kafka: Kafka

    async def send(self, agreement: Agreement, fact: str, *, times: int = 1) -> None:
        """Send one message, so often."""
        outgoing = Outgoing(
            service="partners",
            topic="partners.agreements.v1",
            fact=f"agreement.{fact}",
            subject=agreement.id,
            time=now(),
            state=agreement.state(),
            change={},
            correlation_id=agreement.correlation_id,
        )
        packed = outgoing.packed()
        sender = Sender(self.kafka)
        letter = Letter(outgoing.topic, str(packed.key).encode(), list(packed.headers.items()), packed.value)
        assert all(await sender.send([letter] * times))
        await sender.drop()


@asynccontextmanager
async def consuming(office: Mobility, kafka: Kafka) -> AsyncIterator[None]:
    """The process that hears works inside the block; then it is killed without a word."""
    environment = {
        **os.environ,
        "KORPU_DATABASE": office.database.dsn,
        **{f"KORPU_{name}": value for name, value in settings_of(kafka).items()},
        "KORPU_ISSUER": "http://127.0.0.1:1",
        "KORPU_JWKS_URL": "http://127.0.0.1:1/jwks",
        "KORPU_LOG_LEVEL": "ERROR",
    }
    command = (sys.executable, "-m", "korpu_mobility", "consume")
    process = await asyncio.create_subprocess_exec(*command, env=environment)
    try:
        yield
    finally:
        process.kill()
        await process.wait()


async def until(true: Callable[[], Awaitable[bool]]) -> None:
    """Wait until it is true; the test fails when it does not become so."""
    async with asyncio.timeout(60):
        while not await true():  # noqa: ASYNC110 -- what is waited for happens in another process
            await asyncio.sleep(0.1)


async def test_a_consumer_that_was_away_catches_up_and_nothing_has_its_effect_twice(
    office: Mobility, kafka: Broker, topics: str
) -> None:
    wire = kafka.kafka(topics)
    partners, agreement = Partners(wire), Agreement(condition={"people_per_year": 1})

    async def heard() -> bool:
        known = await office.known(KnownAgreement, agreement.id)
        return known is not None and known.version == agreement.version

    await partners.send(agreement, "signed")
    async with consuming(office, wire):
        await until(heard)
    _, waiting = await office.fills(agreement, 2)

    agreement.version, agreement.condition["people_per_year"] = 2, 2
    await partners.send(agreement, "amended", times=3)
    await partners.send(agreement, "amended")
    agreement.version, agreement.status = 3, "suspended"
    await partners.send(agreement, "suspended", times=2)
    agreement.version, agreement.status = 4, "in_force"
    await partners.send(agreement, "resumed")
    async with consuming(office, wire):
        await until(heard)

    assert await office.said_about(waiting["id"]) == ["waitlisted", "offered", "put_at_risk", "risk_lifted"]
