"""A process that is told to stop is not ready at once, serves on for a while, and ends without failing a request."""

import asyncio
import signal
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field

import httpx

from korpu_local.ports import free_port
from tests.chassis.started import Program, Start, ask

LOOK, CALLERS = 0.5, 8
SLOW = "/?0.05"


@dataclass
class Proxy:
    """Looks at `/ready` twice a second, as the one in `deploy/proxy` does, and sends requests to who is ready."""

    ports: Sequence[tuple[int, int]]
    ready: set[int] = field(default_factory=set)
    answered: dict[int, int] = field(default_factory=dict)
    failed: list[str] = field(default_factory=list)
    looked: asyncio.Event = field(default_factory=asyncio.Event)

    async def look(self) -> None:
        async with httpx.AsyncClient(trust_env=False, timeout=5) as client:
            while True:
                for port, health in self.ports:
                    self.ready.discard(port)
                    with suppress(httpx.TransportError):
                        if (await client.get(f"http://127.0.0.1:{health}/ready")).status_code == httpx.codes.OK:
                            self.ready.add(port)
                self.looked.set()
                await asyncio.sleep(LOOK)

    async def ask(self) -> None:
        async with httpx.AsyncClient(trust_env=False, timeout=5) as client:
            while True:
                port = min(self.ready, key=lambda each: self.answered.get(each, 0), default=None)
                if port is None:
                    await asyncio.sleep(0.01)
                    continue
                try:
                    (await client.get(f"http://127.0.0.1:{port}{SLOW}")).raise_for_status()
                except httpx.HTTPError as reason:
                    self.failed.append(f"{type(reason).__name__} of {port}")
                self.answered[port] = self.answered.get(port, 0) + 1

    async def sees(self, *ready: int) -> None:
        async with asyncio.timeout(10):
            while self.ready != set(ready):  # noqa: ASYNC110 -- another task looks
                await asyncio.sleep(0.01)

    async def looks(self) -> None:
        """Wait until it has looked anew, and has half a second before it looks again."""
        self.looked.clear()
        await asyncio.wait_for(self.looked.wait(), 10)

    async def answers(self, count: int) -> None:
        """Wait for so many further answers."""
        most = sum(self.answered.values()) + count
        async with asyncio.timeout(20):
            while sum(self.answered.values()) < most:  # noqa: ASYNC110 -- other tasks ask
                await asyncio.sleep(0.01)


@asynccontextmanager
async def proxy(*ports: tuple[int, int]) -> AsyncIterator[Proxy]:
    between = Proxy(ports)
    working = [asyncio.create_task(each) for each in (between.look(), *(between.ask() for _ in range(CALLERS)))]
    yield between
    for task in working:
        task.cancel()
    await asyncio.gather(*working, return_exceptions=True)


def serving(start: Start, drain: float) -> tuple[Program, tuple[int, int]]:
    port, health = free_port(), free_port()
    program = start("serve", port=str(port), metrics_port=str(health), drain_seconds=str(drain))
    ask(port, "/")
    ask(health, "/ready")
    return program, (port, health)


async def test_no_request_fails_when_one_of_two_is_stopped_under_load(start: Start) -> None:
    stopped, (first, its_health) = serving(start, 1)
    _, (second, other_health) = serving(start, 1)
    async with proxy((first, its_health), (second, other_health)) as between:
        await between.sees(first, second)
        await between.answers(40)
        await between.looks()

        stopped.process.send_signal(signal.SIGTERM)

        await between.sees(second)
        assert (await asyncio.to_thread(stopped.end))[0] == 0
        await between.answers(40)
    assert between.failed == []


async def test_who_is_told_to_stop_is_not_ready_at_once_and_serves_on(start: Start) -> None:
    program, (port, health) = serving(start, 2)

    program.process.send_signal(signal.SIGTERM)

    program.until("process.draining")
    said = ask(health, "/ready")
    assert (said.status_code, said.json()) == (503, {"status": "stopping"})
    assert ask(health, "/live").status_code == 200
    answer = ask(port, "/?0.1")
    assert (answer.status_code, answer.headers["connection"]) == (200, "close")
    assert program.end()[0] == 0


def test_without_time_to_drain_a_process_stops_at_once(start: Start) -> None:
    program, _ = serving(start, 0)

    assert program.end(signal.SIGTERM)[0] == 0
    assert "process.draining" not in program.events()


def test_a_second_signal_ends_who_drains_at_once(start: Start) -> None:
    program, _ = serving(start, 60)

    assert program.end(signal.SIGTERM, signal.SIGTERM)[0] == 128 + signal.SIGTERM


def test_who_serves_nobody_does_not_wait(start: Start) -> None:
    program = start("bake", drain_seconds="60")
    program.until("bakery.baking")

    assert program.end(signal.SIGTERM)[0] == 0
