"""What operators ask a process: does it live, can it work, how is it."""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

import orjson

from korpu_chassis.observability import telemetry
from korpu_chassis.stopping import told_to_stop

_JSON = "application/json"
HEALTH = frozenset({"/live", "/ready"})

Scope = MutableMapping[str, Any]
App = Callable[[Scope, Callable[[], Awaitable[Any]], Callable[[Any], Awaitable[None]]], Awaitable[None]]
Ready = Callable[[], Awaitable[bool | str]]
"""Whether a process can work: yes, no, or why it works only in part."""


def health(ready: Ready, *, metrics: bool = True) -> App:
    """The application of `/live`, `/ready` and, on a port that the public does not reach, `/metrics`."""

    async def answer(
        scope: Scope, receive: Callable[[], Awaitable[Any]], send: Callable[[Any], Awaitable[None]]
    ) -> None:
        if scope["type"] == "lifespan":
            await _live_and_let_end(receive, send)
            return
        status, body, kind = await _page(scope["path"], ready, metrics=metrics)
        headers = [
            (b"content-type", kind.encode("ascii")),
            (b"content-length", str(len(body)).encode("ascii")),
            (b"x-content-type-options", b"nosniff"),
        ]
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": body})

    return answer


async def _live_and_let_end(receive: Callable[[], Awaitable[Any]], send: Callable[[Any], Awaitable[None]]) -> None:
    for step in ("startup", "shutdown"):
        await receive()
        await send({"type": f"lifespan.{step}.complete"})


async def _page(path: str, ready: Ready, *, metrics: bool) -> tuple[int, bytes, str]:
    match path:
        case "/live":
            return 200, b'{"status":"live"}', _JSON
        case "/ready" if told_to_stop():
            return 503, b'{"status":"stopping"}', _JSON
        case "/ready":
            good = await ready()
            if good is True:
                return 200, b'{"status":"ready"}', _JSON
            degraded = {"status": "degraded", "reason": str(good)} if good else {"status": "not ready"}
            return 503, orjson.dumps(degraded), _JSON
        case "/metrics" if metrics:
            body, kind = telemetry.metrics_page()
            return 200, body, kind
    return 404, b'{"status":"not found"}', _JSON
