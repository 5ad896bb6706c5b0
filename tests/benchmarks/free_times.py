"""How long the diary takes to say when twenty people and five rooms can be had, at the owner's own door."""

import time
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import insert

from korpu_chassis.i18n.text import LocalizedText, Texts
from korpu_events.diary.tables import Booking
from tests.benchmarks.figures import Figure, Wrong, percentile
from tests.benchmarks.ground import Ground
from tests.benchmarks.registrations import office_on
from tests.office import Office

STAFF, BOOKINGS, ASKED, ROUNDS, SLOWEST = 300, 100_000, 20, 50, 200.0
BEGIN = datetime(2026, 1, 5, 5, 0, tzinfo=UTC)
"""Nine o'clock in Baku, on a Monday; the bookings lie in the two years after it."""
TITLE = LocalizedText.of(Texts(az="Görüş"))


def somebody(number: int) -> UUID:
    return UUID(int=1_000 + number)


def bookings(rooms: list[str]) -> list[dict[str, Any]]:
    """Half an hour each, spread over all days and hours, people and rooms by turns."""
    taken = [*(f"person:{somebody(each)}" for each in range(STAFF)), *rooms]
    rows = []
    for number in range(BOOKINGS):
        starts = BEGIN + timedelta(days=number * 7 % 730, minutes=number * 13 % 540)
        owner = {
            "owner_kind": "visit",
            "owner_id": UUID(int=2_000 + number // 20),
            "code": f"VIS-2026-{number // 20:05}",
        }
        hours = {"starts": starts, "ends": starts + timedelta(minutes=30)}
        rows.append(
            {"item_id": UUID(int=10_000_000 + number), "taken": taken[number % len(taken)], "title": TITLE}
            | owner
            | hours
        )
    return rows


async def figures(ground: Ground) -> AsyncIterator[Figure]:
    """Ask for a quarter of a year at a time, other people each time."""
    async with office_on(ground) as office:
        made = [await office.does("officer", "AddResource", kind="room", name=f"Zal {each}") for each in range(5)]
        async with office.database.transaction() as session:
            rows = bookings([f"room:zal{each}" for each in range(5)])
            for begin in range(0, len(rows), 5_000):
                await session.execute(insert(Booking), rows[begin : begin + 5_000])
        took = [await _asked(office, [str(each["id"]) for each in made], number) for number in range(ROUNDS)]
        what = f"free times of {ASKED} people and 5 rooms in 93 days, among {BOOKINGS:,} bookings, p95"
        yield Figure(what, percentile(took, 0.95), "ms", at_most=SLOWEST)


async def _asked(office: Office, rooms: list[str], number: int) -> float:
    people = [str(somebody((number * ASKED + each) % STAFF)) for each in range(ASKED)]
    starts = (BEGIN + timedelta(days=number * 11)).date()
    question = {"people": people, "resources": rooms, "starts": f"{starts}", "ends": f"{starts + timedelta(days=92)}"}
    began = time.perf_counter()
    response = await office.asks("officer", "POST", "/diary/free-times", json=question | {"minutes": 30})
    took = (time.perf_counter() - began) * 1000
    (told,) = response.json()["times"]
    if not told["free"] or not told["busy"]:
        raise Wrong(f"{len(told['free'])} free times and {len(told['busy'])} bookings were told")
    return took
