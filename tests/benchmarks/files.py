"""How fast files come in and go out, and what twenty large ones at once weigh."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx
import psutil

from korpu_chassis.clock import now
from korpu_chassis.runtime.assembly import ServiceRuntime
from korpu_chassis.runtime.routes import create_app
from korpu_documents.content import PDF
from korpu_documents.links import LIFETIME, Link
from korpu_documents.settings import FileSettings
from korpu_documents.store import LARGEST, Objects
from korpu_partners.app import service
from korpu_partners.files import files
from tests.benchmarks.figures import Figure, Wrong
from tests.benchmarks.ground import Ground
from tests.documents import samples
from tests.gateway.campus import serving
from tests.office import People

MB = 1024 * 1024
AT_ONCE = 20
LEAST_IN, LEAST_OUT, MOST_MEMORY = 20.0, 40.0, 250.0
FILLING = LARGEST - 700
PAPER = samples.pdf(*samples.PAGE, b"<</Length %d>>stream\n%s\nendstream " % (FILLING, b"k" * FILLING))
FIRST, LAST = PAPER[:400], PAPER[-400:]
del PAPER


async def figures(ground: Ground) -> AsyncIterator[Figure]:
    """Bring twenty different files of 25 MB at once, fetch them all, and look at the memory meanwhile."""
    async with owner(ground) as (client, key):
        process = psutil.Process()
        before, watching = process.memory_info().rss, asyncio.create_task(heaviest(process))
        began = time.perf_counter()
        brought = await asyncio.gather(*(bring(client, number) for number in range(AT_ONCE)))
        yield Figure(
            "20 files of 25 MB brought at once", AT_ONCE * 25 / (time.perf_counter() - began), "MB/s", LEAST_IN
        )
        began = time.perf_counter()
        await asyncio.gather(*(fetch(client, sha256, key) for sha256 in brought))
        yield Figure("… and fetched at once", AT_ONCE * 25 / (time.perf_counter() - began), "MB/s", LEAST_OUT)
        watching.cancel()
        more = (max(PEAK) - before) / MB
        yield Figure("memory meanwhile, owner and clients together, beyond rest", more, "MB", at_most=MOST_MEMORY)


PEAK: list[int] = [0]


async def heaviest(process: psutil.Process) -> None:
    """Keep the greatest weight that is seen."""
    while True:
        PEAK[0] = max(PEAK[0], process.memory_info().rss)
        await asyncio.sleep(0.02)


@asynccontextmanager
async def owner(ground: Ground) -> AsyncIterator[tuple[httpx.AsyncClient, str]]:
    """Partners behind a socket, with a folder of its own; and the key of its links."""
    with TemporaryDirectory() as folder:
        async with ground.wire() as wire:
            ground.migrate("partners", wire)
            settings = FileSettings(files=Path(folder).as_uri(), files_key="only the benchmark knows it")
            people = People()
            runtime = ServiceRuntime(service, wire.database, people)  # type: ignore[arg-type]  # a verifier in all it does
            files.settings = settings
            headers = {"authorization": people.as_role("officer"), "content-type": PDF}
            with files.on(Objects.at(settings.files)):
                async with (
                    serving(create_app(runtime)) as address,
                    httpx.AsyncClient(base_url=address, headers=headers, timeout=300) as client,
                ):
                    yield client, settings.files_key


async def bring(client: httpx.AsyncClient, number: int) -> str:
    """One file of 25 MB that nobody has brought before."""

    async def content() -> AsyncIterator[bytes]:
        yield FIRST + str(number).zfill(20).encode()
        left = LARGEST - len(FIRST) - 20 - len(LAST)
        while left:
            piece = b"k" * min(MB, left)
            left -= len(piece)
            yield piece
        yield LAST

    response = await client.post("/files", content=content())
    if response.status_code != 201:
        raise Wrong(f"a file was not taken: {response.text[:200]}")
    return str(response.json()["sha256"])


async def fetch(client: httpx.AsyncClient, sha256: str, key: str) -> None:
    """One file by a link, read to its end."""
    link = Link(sha256, "bench.pdf", PDF, LARGEST, int((now() + LIFETIME).timestamp()))
    size = 0
    async with client.stream("GET", f"/files/content/{link.signed(key)}") as response:
        async for piece in response.aiter_raw():
            size += len(piece)
    if size != LARGEST:
        raise Wrong(f"{size} of {LARGEST} bytes came")
