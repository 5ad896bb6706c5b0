"""The register of letters: fifty who write at once, in two directions and two years, without a gap or a double.

Numbers without gaps are given one after the other for each direction and year, so that this is where writers wait for
each other. The bars are those of an office: fifty is everybody at once, and nobody waits longer than a second.
"""

import asyncio
import time
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from itertools import count
from typing import Any
from uuid import uuid4

from sqlalchemy import text

from tests.benchmarks.figures import Figure, Wrong, percentile
from tests.benchmarks.ground import Ground
from tests.benchmarks.registers import office_on
from tests.office import Office
from tests.partners.letters.post import REGISTERED

WRITERS, EACH = 50, 10
ONE_IN = 5
"""Of so many one enters what another has entered already, and is refused when its number was taken."""
LEAST_PER_SECOND, LONGEST_MS, LONGEST_ALONE_MS = 50.0, 1_000.0, 50.0
YEARS = (datetime(2026, 12, 30, 5, tzinfo=UTC), datetime(2027, 1, 5, 5, tzinfo=UTC))
UNAVAILABLE = 503
TWICE: dict[str, Any] = {"their_number": "7/7", "their_date": "2026-09-01"}


async def figures(ground: Ground) -> AsyncIterator[Figure]:
    """Write alone, then all at once; then look at the numbers."""
    async with office_on(ground) as office:
        await writes(office, {**REGISTERED, **TWICE})
        alone = [await writes(office, REGISTERED) for _ in range(100)]
        yield Figure(
            "one letter registered by one writer, p99", percentile(alone, 0.99), "ms", at_most=LONGEST_ALONE_MS
        )
        took, began = list[float](), time.monotonic()
        for moment in YEARS:
            office.clock.move_to(moment)
            for each in await asyncio.gather(*(one_writer(office) for _ in range(WRITERS))):
                took += each
        rate = len(took) / (time.monotonic() - began)
        await check(office)
    yield Figure(f"letters registered by {WRITERS} writers at once", rate, "1/s", at_least=LEAST_PER_SECOND)
    yield Figure(f"… one letter, p50 of {len(took)}", percentile(took, 0.5), "ms")
    yield Figure(f"… one letter, p99 of {len(took)}", percentile(took, 0.99), "ms", at_most=LONGEST_MS)


async def one_writer(office: Office) -> list[float]:
    """Letters that come in and go out by turns; how long each took, those that are refused apart."""
    took = []
    for place in range(EACH):
        if place % ONE_IN == 0:
            await writes(office, {**REGISTERED, **TWICE}, status=409)
        took.append(await writes(office, {**REGISTERED, "direction": ("incoming", "outgoing")[place % 2]}))
    return took


async def writes(office: Office, letter: dict[str, Any], status: int = 200) -> float:
    """How long one registration takes, in milliseconds; what finds no place is sent again under its key."""
    began, keyed = time.perf_counter(), {**letter, "idempotency_key": str(uuid4())}
    while True:
        answer = await office.asks("officer", "POST", "/commands/register-letter", json=keyed)
        if answer.status_code == status:
            return (time.perf_counter() - began) * 1e3
        if answer.status_code != UNAVAILABLE:
            raise Wrong(f"a letter was answered with {answer.status_code}: {answer.text[:200]}")


async def check(office: Office) -> None:
    """Each direction of each year counts 1, 2, 3 … to its end."""
    async with office.database.transaction() as session:
        rows = await session.execute(text("SELECT direction, year, number FROM letter ORDER BY 1, 2, 3"))
        found: dict[tuple[str, int], list[int]] = {}
        for direction, year, number in rows:
            found.setdefault((direction, year), []).append(number)
    for (direction, year), numbers in found.items():
        if any(number != expected for number, expected in zip(numbers, count(1), strict=False)):
            raise Wrong(f"{direction} {year} has a gap or a double among {len(numbers)} numbers")
    if sum(map(len, found.values())) != 101 + len(YEARS) * WRITERS * EACH or len(found) != 2 * len(YEARS):
        raise Wrong(f"{ {name: len(numbers) for name, numbers in found.items()} } letters were entered")
