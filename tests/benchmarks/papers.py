"""How long an officer waits for a paper, how many are made in a second, and what making them weighs."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil

from korpu_chassis.clock import FrozenClock, use
from korpu_chassis.persistence.store import Database
from korpu_documents.settings import FileSettings
from korpu_documents.store import Objects
from korpu_partners.app import service
from korpu_partners.files import files
from tests.benchmarks.figures import Figure, Wrong, percentile
from tests.benchmarks.ground import Ground
from tests.office import Office
from tests.partners.agreements.history import approved, partner, seats

MB = 1024 * 1024
ROWS = 40
TITLE = {"az": "Tələbə mübadiləsi haqqında saziş", "ru": "Соглашение об обмене студентами"}
ONE_BY_ONE, AT_ONCE, ROUNDS = 60, 2, 20
SLOWEST, SLOWEST_OF_HUNDRED, LEAST_A_SECOND, MOST_MEMORY = 300.0, 600.0, 6.0, 350.0
"""An officer presses a button and looks at the page: three tenths of a second is at once. A faculty's letters, some
hundred, are done in a quarter of a minute. Two sheets are set at a time, in some 100 MB each."""


async def figures(ground: Ground) -> AsyncIterator[Figure]:
    """Make the paper of an agreement in two languages, with forty rows of seats: one by one, and two at once."""
    async with office(ground) as (desk, agreement):
        await paper(desk, agreement)
        took = []
        for _ in range(ONE_BY_ONE):
            began = time.perf_counter()
            await paper(desk, agreement)
            took.append((time.perf_counter() - began) * 1000)
        yield Figure("a paper of 40 rows in two languages, p50", percentile(took, 0.5), "ms", at_most=SLOWEST)
        yield Figure("… p99", percentile(took, 0.99), "ms", at_most=SLOWEST_OF_HUNDRED)
        watching = asyncio.create_task(heaviest())
        began = time.perf_counter()
        for _ in range(ROUNDS):
            await asyncio.gather(*(paper(desk, agreement) for _ in range(AT_ONCE)))
        rate = ROUNDS * AT_ONCE / (time.perf_counter() - began)
        watching.cancel()
        yield Figure("papers made two at once", rate, "/s", LEAST_A_SECOND)
        yield Figure("memory of the presses meanwhile", PEAK[0] / MB, "MB", at_most=MOST_MEMORY)


PEAK: list[int] = [0]


async def heaviest() -> None:
    """Keep the greatest weight of what this process has set to work."""
    process = psutil.Process()
    while True:
        weight = 0
        for press in process.children(recursive=True):
            try:
                weight += press.memory_info().rss if "korpu_documents.typeset_worker" in press.cmdline() else 0
            except psutil.Error:
                continue
        PEAK[0] = max(PEAK[0], weight)
        await asyncio.sleep(0.02)


@asynccontextmanager
async def office(ground: Ground) -> AsyncIterator[tuple[Office, str]]:
    """Partners behind its door, with a folder of its own, and an agreement about many seats."""
    with TemporaryDirectory() as folder:
        async with ground.wire() as wire:
            ground.migrate("partners", wire)
            files.settings = FileSettings(files=Path(folder).as_uri(), files_key="only the benchmark knows it")
            clock = FrozenClock(datetime(2026, 9, 7, 5, 0, tzinfo=UTC))
            with files.on(Objects.at(files.settings.files)), use(clock):
                desk = Office(service, Database(wire.database.dsn), clock)
                partner_id = await partner(desk)
                rows = [seats(partner_id, people=number) for number in range(1, ROWS + 1)]
                agreement = await approved(desk, partner_id=partner_id, conditions=rows, title=TITLE)
                yield desk, agreement["id"]
                await desk.database.close()


async def paper(desk: Office, agreement_id: str) -> None:
    """One paper through the owner's door, from the order to the answer."""
    answer = await desk.does("officer", "MakeAgreementPaper", agreement_id=agreement_id, languages=["az", "ru"])
    if answer["status"] != "issued" or not answer["state"]["file"]["size"]:
        raise Wrong(f"a paper is {answer['status']}")
