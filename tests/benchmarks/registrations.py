"""A conference that everybody wants to come to: a thousand registrations at once, each answered, none too many."""

import asyncio
import time
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from uuid import uuid4

from sqlalchemy import select

from korpu_chassis.clock import FrozenClock, use
from korpu_chassis.persistence.store import Database
from korpu_events.app import service
from korpu_events.registrations.tables import Registration
from tests.benchmarks.figures import Figure, Wrong, percentile
from tests.benchmarks.ground import Ground
from tests.events.attending import registers, shown
from tests.events.conferences import an_event
from tests.office import Office, Refused

PEOPLE, CAPACITY, LONGEST = 1_000, 400, 60.0
AT_ONCE = (20, 100)
MOST_TRIES = 20


async def figures(ground: Ground) -> AsyncIterator[Figure]:
    """A thousand people, twenty or a hundred of them at any moment, as in a minute; then it is called off."""
    for at_once in AT_ONCE:
        async for figure in rush(ground, at_once):
            yield figure


async def rush(ground: Ground, at_once: int) -> AsyncIterator[Figure]:
    """So many of the thousand at any moment; whoever is told to ask again does."""
    async with office_on(ground) as office:
        event = await an_event(office, "registration_open", capacity=CAPACITY)
        crowd, waits, told, again = asyncio.Semaphore(at_once), [], Counter[str](), Counter[str]()

        async def comes() -> None:
            async with crowd:
                began, person = time.perf_counter(), uuid4()
                for _ in range(MOST_TRIES):
                    try:
                        told[(await registers(office, event, person))["status"]] += 1
                        break
                    except Refused as refused:
                        again[str(refused.code)] += 1
                waits.append((time.perf_counter() - began) * 1000)

        began = time.perf_counter()
        await asyncio.gather(*(comes() for _ in range(PEOPLE)))
        took = time.perf_counter() - began
        await checked(office, event["id"], told)
        yield Figure(f"{PEOPLE:,} register for one event, {at_once} at once, all answered", took, "s", at_most=LONGEST)
        yield Figure("registrations a second", PEOPLE / took, "1/s")
        yield Figure("one registration, p95", percentile(waits, 0.95), "ms")
        yield Figure("of them told to ask again", again.total(), "")
        began = time.perf_counter()
        await office.does("officer", "CancelEvent", id=event["id"], reason="Snow")
        yield Figure(f"an event with {PEOPLE:,} registrations called off", time.perf_counter() - began, "s", at_most=10)


async def checked(office: Office, event_id: str, told: Counter[str]) -> None:
    """Everybody was answered, exactly as many have a place as there are, and the others stand in order."""
    async with office.database.transaction() as session:
        found = (await session.scalars(select(Registration))).all()
    stand = Counter(each.status for each in found)
    if told != stand or stand != {"registered": CAPACITY, "waiting": PEOPLE - CAPACITY}:
        raise Wrong(f"people were told {dict(told)}, and there are {dict(stand)}")
    line = sorted((each for each in found if each.line), key=lambda each: each.line or 0)
    if [each.code for each in line] != sorted(each.code for each in found)[CAPACITY:]:
        raise Wrong("the line is not in the order of asking")
    if (status := (await shown(office, {"id": event_id}, "event"))["status"]) != "full":
        raise Wrong(f"the event is {status}")


@asynccontextmanager
async def office_on(ground: Ground) -> AsyncIterator[Office]:
    """The owner of events on a durable database."""
    clock = FrozenClock(datetime(2026, 9, 7, 5, 0, tzinfo=UTC))
    async with ground.wire() as wire:
        await asyncio.to_thread(ground.migrate, "events", wire)
        with use(clock):
            database = Database(wire.dsn)
            yield Office(service, database, clock)
            await database.close()
