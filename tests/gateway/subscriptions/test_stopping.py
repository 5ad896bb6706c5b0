"""A gateway that stops ends what has no end of its own, in the way after which clients come again."""

import asyncio
from contextlib import AsyncExitStack

import httpx

from tests.gateway.campus import Campus
from tests.gateway.subscriptions.test_protocol import ANY
from tests.gateway.watching import events, watcher

SERVICE_RESTART = 1012


async def test_sockets_are_told_to_come_again_and_streams_end_before_their_operation(campus: Campus) -> None:
    async with AsyncExitStack() as clients:
        client = await clients.enter_async_context(httpx.AsyncClient(trust_env=False, timeout=30))
        async with campus.another() as gateway:
            watching = await clients.enter_async_context(watcher(gateway.address, campus.token("officer")))
            await watching.watches(ANY["query"])
            client.base_url = httpx.URL(gateway.address)
            stream = await clients.enter_async_context(events(client, campus.headers("officer"), ANY["query"]))
            lines = stream.response.aiter_lines()
            assert await anext(lines) == ":"

        async with asyncio.timeout(5):
            rest = [line async for line in lines]

        assert "event: complete" not in rest
        assert (await watching.ends())[0] == SERVICE_RESTART
