"""Watching changes as clients do: over WebSocket with `graphql-transport-ws`, and as server-sent events."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import httpx
from websockets.sync.client import connect
from websockets.typing import Subprotocol

from korpu_local.portal import plain

Next = Callable[[], dict[str, Any]]
PATIENCE = 15.0


@contextmanager
def over_websocket(url: str, token: str | None, query: str, **variables: Any) -> Iterator[Next]:
    """Give the next thing that the server says; when the block begins, the server is already listening."""
    address = url.replace("http", "ws", 1) + "/graphql"
    with connect(address, subprotocols=[Subprotocol("graphql-transport-ws")]) as socket:

        def says(**message: Any) -> None:
            socket.send(json.dumps(message))

        def hears(kind: str) -> dict[str, Any]:
            told: dict[str, Any] = json.loads(socket.recv(PATIENCE))
            assert told["type"] == kind, told
            return told

        says(type="connection_init", payload={"authorization": f"Bearer {token}"} if token else {})
        hears("connection_ack")
        says(type="subscribe", id="1", payload={"query": query, "variables": plain(variables)})
        says(type="ping")
        hears("pong")
        yield lambda: _data(hears("next")["payload"])


@contextmanager
def over_events(url: str, token: str | None, query: str, **variables: Any) -> Iterator[Next]:
    """Give the next thing that the server says; when the block begins, the server is already listening."""
    headers = {"accept": "text/event-stream"} | ({"authorization": f"Bearer {token}"} if token else {})
    body = {"query": query, "variables": plain(variables)}
    with httpx.stream("POST", f"{url}/graphql/stream", json=body, headers=headers, timeout=PATIENCE) as response:
        assert response.status_code == 200, response.read()
        lines = response.iter_lines()
        assert next(lines) == ":"
        yield lambda: _data(
            json.loads(next(each for each in lines if each.startswith("data: ")).removeprefix("data: "))
        )


def _data(payload: dict[str, Any]) -> dict[str, Any]:
    assert "errors" not in payload, payload["errors"]
    data: dict[str, Any] = payload["data"]
    return data
