"""Old registers: how fast rows are entered, how long 400 take, and how much memory 100,000 need."""

import asyncio
import io
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import UTC, datetime
from threading import Event, Thread

import psutil
from xlsxwriter import Workbook

from korpu_chassis.clock import FrozenClock, use
from korpu_chassis.persistence.store import Database
from korpu_partners.app import service
from korpu_partners.imports.kinds.registry import REGISTERS
from tests.benchmarks.figures import Figure, Wrong
from tests.benchmarks.ground import Ground
from tests.office import Office
from tests.partners.registers.registry import begun, imported, state, works

FEW, MANY, MOST = 400, 10_000, 100_000
LONGEST, LEAST_PER_SECOND, MOST_MEMORY = 10.0, 250.0, 250.0


async def figures(ground: Ground) -> AsyncIterator[Figure]:
    """Enter a small register, a large one and the largest."""
    async with office_on(ground) as office:
        took = await entered(office, FEW)
        yield Figure(f"{FEW} rows from the file to the last prospect", took, "s", at_most=LONGEST)
        rate = MANY / await entered(office, MANY)
        yield Figure(f"{MANY:,} rows, read, looked at and entered", rate, "1/s", at_least=LEAST_PER_SECOND)
        async for figure in the_largest(office):
            yield figure


async def the_largest(office: Office) -> AsyncIterator[Figure]:
    """Look at the largest register and enter it, in bounded memory, with progress that is told."""
    content = await asyncio.to_thread(register, MOST)
    began = time.monotonic()
    with weighed() as grown:
        known = await begun(office, content)
        await office.does("officer", "PreviewImport", id=known["id"])
        await works(office)
    told = await state(office, known["id"])
    if told["status"] != "previewed" or told["rows"] != MOST:
        raise Wrong(f"the preview of {MOST} rows ended in {told['status']} with {told['rows']}")
    yield Figure(f"{MOST:,} rows read and looked at", MOST / (time.monotonic() - began), "1/s")
    yield Figure(f"memory that looking at {MOST:,} rows adds to the process", grown[0], "MB", at_most=MOST_MEMORY)
    began = time.monotonic()
    with weighed() as grown:
        await office.does("officer", "StartImport", id=known["id"])
        await works(office)
    told = await state(office, known["id"])
    if told["status"] != "done" or told["counts"]["registered"] != MOST:
        raise Wrong(f"the run of {MOST} rows ended in {told['status']} with {told['counts']}")
    yield Figure(f"{MOST:,} rows entered", MOST / (time.monotonic() - began), "1/s", at_least=LEAST_PER_SECOND)
    yield Figure(f"memory that entering {MOST:,} rows adds to the process", grown[0], "MB", at_most=MOST_MEMORY)
    steps = [each["state"]["worked"] for each in await office.messages_about(known["id"]) if "advanced" in each["type"]]
    yield Figure(
        "steps of which each tells how far it is", len(steps), "", at_least=MOST / REGISTERS["organisations"].at_once
    )


async def entered(office: Office, rows: int) -> float:
    """How long a register of so many rows takes, all of them new."""
    content = await asyncio.to_thread(register, rows)
    began = time.monotonic()
    done = await imported(office, content)
    if done["counts"]["registered"] != rows:
        raise Wrong(f"{done['counts']} of {rows} rows")
    return time.monotonic() - began


def register(rows: int) -> bytes:
    """A workbook of organisations that nobody knows."""
    kept = io.BytesIO()
    with Workbook(kept, {"constant_memory": True, "strings_to_urls": False}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ("Adı", "Ölkə", "Şəhər", "Veb sayt", "Növ", "Mənbə"))
        for number in range(1, rows + 1):
            name = f"{rows}-ci reyestrin {number} saylı universiteti"
            line = (name, "Almaniya", f"City {number % 500}", f"https://u{rows}-{number}.edu", "universitet", "1998")
            sheet.write_row(number, 0, line)
    return kept.getvalue()


@asynccontextmanager
async def office_on(ground: Ground) -> AsyncIterator[Office]:
    """Partners behind its door, on an empty database that keeps what it is told."""
    async with ground.wire() as wire:
        ground.migrate("partners", wire)
        clock = FrozenClock(datetime(2026, 9, 7, 5, 0, tzinfo=UTC))
        store = Database(wire.database.dsn)
        with use(clock):
            yield Office(service, store, clock)
        await store.close()


@contextmanager
def weighed() -> Iterator[list[float]]:
    """The most memory, in MB, by which this process grows inside the block."""
    process, done, grown = psutil.Process(), Event(), [0.0]
    before = process.memory_info().rss

    def watch() -> None:
        while not done.wait(0.05):
            grown[0] = max(grown[0], (process.memory_info().rss - before) / 1e6)

    watcher = Thread(target=watch)
    watcher.start()
    try:
        yield grown
    finally:
        done.set()
        watcher.join()
