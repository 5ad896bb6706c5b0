"""Who gives up while an operation waits for its turn gives the place back at once."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from typing import Any, NamedTuple

import orjson
import pytest

from korpu_chassis.identity.access_tokens import Principal
from korpu_chassis.identity.caller_limits import Caller
from korpu_gateway.http.observation import observed_over
from korpu_gateway.reads.cooperative import checkpoint
from korpu_gateway.reads.fair_queue import AT_ONCE, FairQueue
from korpu_gateway.subscriptions.eventstream import EventStreams
from korpu_gateway.subscriptions.hub import Hub
from korpu_gateway.subscriptions.slots import Places
from korpu_gateway.subscriptions.watch import Watch
from korpu_gateway.subscriptions.websocket import WebSockets
from tests.chassis.lines import line
from tests.chassis.wire import until
from tests.gateway.campus import serving
from tests.gateway.conftest import Gateway, graphql_client
from tests.gateway.watching import watcher

SOON, PATIENCE = 10.0, 60.0
"""Seconds; on a slow machine too, who has given up waits no more long before the queue would turn it away."""
CHANGES = "subscription {changes {fact}}"


class Full(NamedTuple):
    """A gateway whose turns are all taken until somebody lets go."""

    address: str
    queue: FairQueue
    turns: AsyncExitStack

    async def waits(self, count: int) -> None:
        """Let time pass until so many operations wait for a turn."""

        async def true() -> bool:
            return sum(len(mine) for ring in self.queue._waiting.values() for mine in ring.values()) == count  # noqa: SLF001

        await until(true, SOON)


def endless() -> None:
    """Work that has no end of its own."""
    while True:
        checkpoint()


@pytest.fixture
async def full(office: Gateway) -> AsyncIterator[Full]:
    async with graphql_client(office) as graphql, AsyncExitStack() as turns:
        verifier: Any = graphql.people
        graphql.people.known["Bearer officer"] = graphql.people.known[graphql.people.as_role("officer")]
        hub, places = Hub(graphql.endpoint, Watch.deaf()), Places()
        ways: dict[tuple[str, str], Any] = {
            ("http", "/graphql"): observed_over("http", graphql.endpoint),
            ("websocket", "/graphql"): WebSockets(hub, verifier, places),
            ("http", "/graphql/stream"): observed_over("sse", EventStreams(hub, verifier, places)),
        }

        async def app(scope: Any, receive: Any, send: Any) -> None:
            await ways[scope["type"], scope["path"]](scope, receive, send)

        queue = graphql.endpoint._queue  # noqa: SLF001
        queue._patience = PATIENCE  # noqa: SLF001
        for _ in range(AT_ONCE):
            await turns.enter_async_context(queue._turn(Caller.of(Principal("another"))))  # noqa: SLF001
        async with serving(app) as address:
            yield Full(address, queue, turns)


@pytest.mark.parametrize("text", [CHANGES, "{agreements {totalCount}}"])
async def test_an_operation_that_its_client_completes_waits_no_more(full: Full, text: str) -> None:
    async with watcher(full.address, "officer") as watching:
        await watching.says(id="1", type="subscribe", payload={"query": text})
        await full.waits(1)
        await watching.says(id="2", type="subscribe", payload={"query": "{__typename}"})
        await watching.says(type="ping")
        await watching.says(id="1", type="complete")
        await watching.says(id="2", type="complete")

        await full.waits(0)
        assert await watching.hears() == {"type": "pong"}
        await full.turns.aclose()
        await watching.says(id="1", type="subscribe", payload={"query": "{__typename}"})
        assert await watching.is_told("1") == {"data": {"__typename": "Query"}}


@pytest.mark.parametrize(("path", "query"), [("/graphql", "{agreements {totalCount}}"), ("/graphql/stream", CHANGES)])
async def test_a_request_whose_caller_has_left_waits_no_more(full: Full, path: str, query: str) -> None:
    body = orjson.dumps({"query": query})
    head = b"POST %s HTTP/1.1\r\nhost: gateway\r\nauthorization: Bearer officer\r\ncontent-type: application/json\r\n"
    head += b"accept: application/json, text/event-stream\r\n"
    async with line(int(full.address.rpartition(":")[2])) as caller:
        await caller.says(head % path.encode() + b"content-length: %d\r\n\r\n" % len(body) + body)
        await full.waits(1)

    await full.waits(0)


async def test_who_leaves_while_the_work_is_done_stops_it() -> None:
    begun, queue = asyncio.Event(), FairQueue()

    async def app(_scope: Any, _receive: Any, _send: Any) -> None:
        begun.set()
        await queue.work(Caller.of(Principal("another")), endless)

    async with serving(app) as address:
        async with line(int(address.rpartition(":")[2])) as caller:
            await caller.says(b"GET / HTTP/1.1\r\nhost: gateway\r\n\r\n")
            await begun.wait()

        async def idle() -> bool:
            return queue._running == 0  # noqa: SLF001

        await until(idle, SOON)


async def test_an_operation_whose_client_has_left_waits_no_more(full: Full) -> None:
    async with watcher(full.address, "officer") as watching:
        await watching.says(id="1", type="subscribe", payload={"query": CHANGES})
        await full.waits(1)

    await full.waits(0)


async def test_what_is_said_during_the_wait_is_heard_in_its_order(full: Full) -> None:
    async with watcher(full.address, "officer") as watching:
        await watching.says(id="1", type="subscribe", payload={"query": "{agreements {nothing}}"})
        await full.waits(1)
        for each in range(100):
            await watching.says(type="ping", payload={"after": each})
        await full.turns.aclose()

        assert (await watching.hears())["type"] == "error"
        assert [(await watching.hears())["payload"]["after"] for _ in range(100)] == list(range(100))


async def test_who_says_much_during_the_wait_is_not_listened_to(full: Full) -> None:
    async with watcher(full.address, "officer", max_size=2**24) as watching:
        await watching.says(id="1", type="subscribe", payload={"query": "{agreements {nothing}}"})
        await full.waits(1)
        for each in range(8):
            await watching.says(type="ping", payload={"after": each, "k": "k" * 50_000})
        await watching.says(id="1", type="complete")
        await full.turns.aclose()

        assert (await watching.hears())["type"] == "error"
        assert [(await watching.hears())["payload"]["after"] for _ in range(8)] == list(range(8))
