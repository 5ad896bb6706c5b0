"""Whatever a caller sends, by whichever way, the event loop goes on to serve the others within 50 ms."""

import asyncio
import gc
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any

import httpx
import orjson
import pytest
from hypothesis import HealthCheck, Phase, given, settings

from korpu_gateway.subscriptions.eventstream import EventStreams
from korpu_gateway.subscriptions.hub import Hub
from korpu_gateway.subscriptions.slots import Places
from korpu_gateway.subscriptions.watch import Watch
from korpu_gateway.subscriptions.websocket import WebSockets
from tests.gateway.campus import serving
from tests.gateway.conftest import Gateway, GraphQLClient, graphql_client
from tests.gateway.hostile import DEEP, HOSTILE, SUBSCRIBED, hostile
from tests.gateway.watching import watcher

LONGEST = 0.050
LONGEST_MESSAGE = 60_000
"""A WebSocket's message that is longer ends its connection unread."""


class Loop:
    """The longest time for which this thread worked between two turns of a task that always wants to run."""

    def __init__(self) -> None:
        self.held = 0.0

    async def watch(self) -> None:
        """Take turns; the processor's time is counted, so that a busy machine does not matter."""
        while True:
            before = time.thread_time()
            await asyncio.sleep(0)
            self.held = max(self.held, time.thread_time() - before)


@asynccontextmanager
async def watched() -> AsyncIterator[Loop]:
    """A watched loop; the collector is off, because what it walks is the test's own half a million objects."""
    loop = Loop()
    gc.disable()
    task = asyncio.create_task(loop.watch())
    await asyncio.sleep(0)
    try:
        yield loop
        await asyncio.sleep(0)
    finally:
        task.cancel()
        gc.enable()
        with suppress(asyncio.CancelledError):
            await task


async def test_a_loop_that_is_held_is_seen() -> None:
    async with watched() as loop:
        until = time.thread_time() + 0.08
        while time.thread_time() < until:
            pass

    assert loop.held > 0.07


@pytest.mark.parametrize("name", HOSTILE)
async def test_no_document_holds_the_loop(graphql: GraphQLClient, name: str) -> None:
    body = orjson.dumps(HOSTILE[name].body)
    officer = {"authorization": graphql.people.as_role("officer")}

    async with watched() as loop:
        answers = [
            await graphql.sends(body),
            *await asyncio.gather(*(graphql.sends(body, **officer) for _ in range(3))),
        ]

    assert {each.status_code for each in answers} <= {200, 400, 413, 422}
    assert loop.held < LONGEST


@settings(
    max_examples=80,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(hostile())
async def test_no_document_that_is_made_up_holds_the_loop(graphql: GraphQLClient, text: str) -> None:
    async with watched() as loop:
        answer = await graphql.posts(text, "officer", operationName="Q0", variables={"v": True})

    assert answer.status_code in {200, 400}
    assert loop.held < LONGEST


@pytest.fixture(scope="module")
async def address(office: Gateway) -> AsyncIterator[str]:
    """All ways into a gateway behind a socket; whoever comes in is an officer."""
    async with graphql_client(office) as graphql:
        graphql.people.known["Bearer officer"] = graphql.people.known[graphql.people.as_role("officer")]
        hub, places = Hub(graphql.endpoint, Watch.deaf()), Places()
        verifier: Any = graphql.people
        ways: dict[tuple[str, str], Any] = {
            ("http", "/graphql"): graphql.endpoint,
            ("websocket", "/graphql"): WebSockets(hub, verifier, places),
            ("http", "/graphql/stream"): EventStreams(hub, verifier, places),
        }

        async def app(scope: Any, receive: Any, send: Any) -> None:
            await ways[scope["type"], scope["path"]](scope, receive, send)

        async with serving(app) as served:
            yield served


NESTED_50 = orjson.loads(b'{"a":' * 50 + b"1" + b"}" * 50)
LIVE = {**HOSTILE, **SUBSCRIBED}


async def test_no_document_holds_the_loop_over_a_websocket(address: str) -> None:
    held = {}
    async with watcher(address, "officer", max_size=2**24) as watching:
        for name, each in LIVE.items():
            if len(orjson.dumps(each.body)) > LONGEST_MESSAGE:
                continue
            async with watched() as loop:
                await watching.says(id=name, type="subscribe", payload=each.body)
                await watching.says(type="ping")
                while (await watching.hears(30))["type"] != "pong":
                    pass
            held[name] = loop.held
            await watching.says(id=name, type="complete")

    assert {name: each for name, each in held.items() if each >= LONGEST} == {}


async def test_no_document_holds_the_loop_over_an_event_stream(address: str) -> None:
    held = {}
    headers = {"accept": "text/event-stream", "authorization": "Bearer officer"}
    async with httpx.AsyncClient(base_url=address, trust_env=False, headers=headers, timeout=30) as client:
        for name, each in LIVE.items():
            async with watched() as loop, client.stream("POST", "/graphql/stream", json=each.body) as response:
                assert response.status_code < 500
                await anext(response.aiter_raw())
            held[name] = loop.held

    assert {name: each for name, each in held.items() if each >= LONGEST} == {}


PING = b'{"type": "ping", "payload": ' + b"[" * 400 + b"]" * 400 + b"}"
SUBSCRIBE = b'{"type": "subscribe", "id": "2", "payload": ' + DEEP + b"}"


@pytest.mark.parametrize("message", [PING, SUBSCRIBE])
async def test_a_message_that_nests_deeply_ends_its_own_connection(address: str, message: bytes) -> None:
    async with watcher(address) as watching, watcher(address) as other:
        await watching.says(id="1", type="subscribe", payload={"query": "{__typename}", "variables": NESTED_50})
        told = await watching.hears()
        await watching.socket.send(message.decode())
        await other.says(type="ping")

        assert told["type"] == "error"
        assert (await watching.ends())[0] == 4400
        assert await other.hears() == {"type": "pong"}
