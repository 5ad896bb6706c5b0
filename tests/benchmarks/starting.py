"""How long the README's first command takes, when everything has been fetched, and what the gateway weighs then."""

import asyncio
import os
import signal
import subprocess
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager

import httpx
import psutil

from korpu_local.home import ROOT
from korpu_local.ports import free_port
from tests.benchmarks.figures import Figure, Wrong
from tests.benchmarks.ground import Ground

SLOWEST_START, MOST_MEMORY, PATIENCE = 20.0, 120.0, 300.0
QUESTION = {"query": "{ organisations { totalCount } }"}


async def figures(_: Ground) -> AsyncIterator[Figure]:
    """Start what a person starts, twice, and ask; the second start finds everything at its place."""
    for warm in (False, True):
        port = free_port()
        with started(port) as (process, began):
            await answered(port, process, began)
            took = time.monotonic() - began
            if warm:
                await asyncio.sleep(5)
                yield Figure("`make up`, warm, to the first answered query", took, "s", at_most=SLOWEST_START)
                yield Figure("gateway's memory, idle", weight(process), "MB", at_most=MOST_MEMORY)
            else:
                await whole(process)


@contextmanager
def started(port: int) -> Iterator[tuple[subprocess.Popen[str], float]]:
    """`make up` on a port of its own, and when it was begun; all of it is stopped at the end."""
    environment = {**os.environ, "KORPU_GATEWAY_PORT": str(port)}
    began = time.monotonic()
    process = subprocess.Popen(
        ["make", "up"], cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, start_new_session=True
    )
    try:
        yield process, began
    finally:
        os.killpg(process.pid, signal.SIGINT)
        process.communicate(timeout=60)


async def answered(port: int, process: subprocess.Popen[str], began: float) -> None:
    """Wait until the gateway answers a query."""
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as client:
        while process.poll() is None and time.monotonic() - began < PATIENCE:
            try:
                if "data" in (await client.post("/graphql", json=QUESTION)).json():
                    return
            except httpx.TransportError:
                await asyncio.sleep(0.05)
    raise Wrong("`make up` did not come to answer; is another one running?")


async def whole(process: subprocess.Popen[str]) -> None:
    """Wait until the demonstration year is told, too."""
    lines = iter(process.stdout.readline, "") if process.stdout else iter(())
    await asyncio.to_thread(lambda: next((line for line in lines if "is running" in line), None))


def weight(process: subprocess.Popen[str]) -> float:
    """The memory of the gateway that serves."""
    for each in psutil.Process(process.pid).children(recursive=True):
        if each.cmdline()[-2:] == ["korpu_gateway", "serve"]:
            return float(each.memory_info().rss) / 2**20
    raise Wrong("the gateway is not among what `make up` started")
