"""Clients that watch: one WebSocket, or one stream of events."""

import asyncio
import itertools
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from typing import Any

import httpx
import orjson
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

PROTOCOL = "graphql-transport-ws"
PATIENCE = 10.0


class Watcher:
    """One WebSocket that speaks graphql-transport-ws."""

    def __init__(self, socket: ClientConnection) -> None:
        self.socket = socket
        self._ids = itertools.count(1)

    async def says(self, **message: Any) -> None:
        """Send one message."""
        await self.socket.send(orjson.dumps(message).decode())

    async def hears(self, within: float = PATIENCE) -> dict[str, Any]:
        """The next message."""
        async with asyncio.timeout(within):
            told: dict[str, Any] = orjson.loads(await self.socket.recv())
        return told

    async def begins(self, **payload: Any) -> None:
        """Say hello, and be let in."""
        await self.says(type="connection_init", payload=payload)
        assert await self.hears() == {"type": "connection_ack"}

    async def watches(self, text: str, **variables: Any) -> str:
        """Subscribe; gives the subscription's id once the gateway has surely taken it."""
        own = str(next(self._ids))
        await self.says(id=own, type="subscribe", payload={"query": text, "variables": variables})
        await self.says(type="ping", payload={"after": own})
        told = await self.hears()
        assert told == {"type": "pong", "payload": {"after": own}}, told
        return own

    async def is_told(self, id: str) -> Any:
        """The payload of the next message, which is for this subscription."""
        told = await self.hears()
        assert (told["type"], told["id"]) == ("next", id), told
        return told["payload"]

    async def hears_nothing(self, seconds: float = 0.5) -> bool:
        """Whether nothing comes for a while."""
        try:
            await self.hears(seconds)
        except TimeoutError:
            return True
        return False

    async def hears_until_silence(self, seconds: float = 0.5) -> list[dict[str, Any]]:
        """Everything that still comes until nothing comes for a while."""
        told: list[dict[str, Any]] = []
        with suppress(TimeoutError):
            while True:
                told.append(await self.hears(seconds))
        return told

    async def ends(self) -> tuple[int, str]:
        """The code and the reason with which the gateway ends the connection."""
        async with asyncio.timeout(PATIENCE):
            await self.socket.wait_closed()
        return self.socket.close_code or 0, self.socket.close_reason or ""


@asynccontextmanager
async def watcher(
    address: str, token: str | None = None, *, protocol: str = PROTOCOL, begin: bool = True, **more: Any
) -> AsyncIterator[Watcher]:
    """A WebSocket to the gateway at this address."""
    url = address.replace("http", "ws", 1) + "/graphql"
    async with connect(url, subprotocols=[Subprotocol(protocol)], proxy=None, **more) as socket:
        watching = Watcher(socket)
        if begin:
            await watching.begins(**({"authorization": f"Bearer {token}"} if token else {}))
        yield watching


class Events:
    """A stream of server-sent events."""

    def __init__(self, response: httpx.Response) -> None:
        self.response = response
        self._lines = response.aiter_lines()

    async def next(self, within: float = PATIENCE) -> tuple[str, Any]:
        """The next event: its name and its data."""
        name, data = "", ""
        async with asyncio.timeout(within):
            while not name or data == "":
                line = await anext(self._lines)
                if line.startswith("event: "):
                    name = line.removeprefix("event: ")
                elif line.startswith("data:"):
                    data = line.removeprefix("data:").strip() or "null"
        return name, orjson.loads(data)


@asynccontextmanager
async def events(
    client: httpx.AsyncClient, headers: Mapping[str, str], text: str, **variables: Any
) -> AsyncIterator[Events]:
    """Watch by server-sent events, once the gateway has surely begun."""
    sent = {"accept": "text/event-stream", **headers}
    body = {"query": text, "variables": variables}
    async with client.stream("POST", "/graphql/stream", json=body, headers=sent) as response:
        yield Events(response)
