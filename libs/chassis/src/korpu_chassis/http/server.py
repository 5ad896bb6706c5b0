"""How a process serves HTTP: behind limits, and its health and metrics on a port of their own."""

import asyncio
import resource
import socket
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any

import structlog
import uvicorn
from starlette.requests import Request
from typing_extensions import override
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware
from uvicorn.protocols.utils import ClientDisconnected

from korpu_chassis.configuration.settings import Settings
from korpu_chassis.http.connections import Config, LimitedHttp
from korpu_chassis.http.limits import USUAL, Limits
from korpu_chassis.http.middleware import App, Message, Receive, Scope, Send, problem_response
from korpu_chassis.http.reputation import Reputation, shown
from korpu_chassis.http.sockets import LimitedWebSocket
from korpu_chassis.http.turns import Turns
from korpu_chassis.identity.caller_limits import ADDRESS, CONNECTION, Busy, network
from korpu_chassis.memory import keep_what_stands
from korpu_chassis.observability.health import HEALTH, Ready, health
from korpu_chassis.stopping import Stopping, drain_for, stopping

log = structlog.get_logger()

APP_GRACE = 10
LONGEST_ANSWER = 60.0
"""Seconds until an answer begins; who needs more says so with `may_take`."""
MOST_FILES = 65_536
TAKEN_AT_ONCE = 16
"""Connections that are taken in one turn of the loop, which takes one of each socket that listens (libuv since 1.45).

With one, whoever connects waits for as many turns as there are others before, each as long as what these ask. A turn
in which fewer come costs a call of the system for each of the others.
"""
NOSNIFF = (b"x-content-type-options", b"nosniff")


class Server(uvicorn.Server):
    """uvicorn without its own signal handlers, for the process has them; it looks at its connections each second."""

    @override
    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield

    @override
    async def on_tick(self, counter: int) -> bool:
        if counter % 10 == 0:
            now = asyncio.get_running_loop().time()
            for each in tuple(self.server_state.connections):
                each.look(now)  # type: ignore[union-attr] # all are ours
        return await super().on_tick(counter)


class Entrance:
    """What every application stands behind: whence a request comes, when it begins and how long it takes."""

    def __init__(self, app: App, reputation: Reputation, longest: float = LONGEST_ANSWER) -> None:
        self._app = app
        self._longest = longest
        self._turns = Turns()
        self._reputation = reputation

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let one request or WebSocket in."""
        ADDRESS.set((scope.get("client") or ("",))[0])
        if scope["type"] == "http":
            CONNECTION.set(scope.get("korpu.connection"))
            if scope["path"] in HEALTH:
                await self._answer(scope, receive, send)
            elif await self._reputation.may_begin(scope, token := shown(scope)):
                await self._turns.begin(token or network(ADDRESS.get()))
                await self._answer(scope, receive, self._reputation.noting(send, token))
        elif scope["type"] == "websocket":
            if not await self._reputation.may_begin(scope, token := shown(scope)):
                raise ClientDisconnected
            await self._app(scope, receive, self._reputation.noting(send, token))
        else:
            await self._app(scope, receive, send)

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        begun = False

        async def sealed(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                until.reschedule(None)
                headers = message.setdefault("headers", [])
                if all(name != NOSNIFF[0] for name, _ in headers):
                    message["headers"] = [*headers, NOSNIFF]
            await send(message)

        try:
            async with asyncio.timeout(self._longest) as until:
                scope["korpu.until"] = until
                await self._app(scope, receive, sealed)
        except TimeoutError:
            if begun or not until.expired():
                raise
            log.warning("request.too_long", path=getattr(scope.get("route"), "path", "unmatched"))
            await problem_response(Busy(), Request(scope))(scope, receive, sealed)


def server(
    app: App, proxies: Sequence[str] = (), limits: Limits = USUAL, reputation: Reputation | None = None, **more: Any
) -> Server:
    """A server of this application; peers in `proxies` (addresses and networks) say for whom they ask.

    `more` are further settings of uvicorn.
    """
    reputation = reputation or Reputation()
    entrance: Any = Entrance(app, reputation)
    if proxies:
        entrance = ProxyHeadersMiddleware(entrance, trusted_hosts=list(proxies))
    usual = {
        "http": LimitedHttp,
        "ws": LimitedWebSocket,
        "ws_per_message_deflate": False,
        "log_config": None,
        "access_log": False,
        "server_header": False,
        "proxy_headers": False,
        "timeout_graceful_shutdown": APP_GRACE,
    }
    return Server(Config(entrance, entrance.trusted_hosts if proxies else (), limits, reputation, **{**usual, **more}))


async def serve_http(
    app: App, host: str, port: int, stop: asyncio.Event, proxies: Sequence[str] = (), **more: Any
) -> None:
    """Serve until told to stop; requests that have begun are answered. `more` are further settings of uvicorn."""
    _have_room_for_connections()
    listening = _listen(host, port)
    serving = server(app, proxies, **more)
    ending = asyncio.create_task(_end(serving, stop))
    keep_what_stands()
    log.info("http.listening", host=host, port=port)
    try:
        await serving.serve(sockets=[listening.dup() for _ in range(TAKEN_AT_ONCE)])
    finally:
        ending.cancel()
        listening.close()
    if not serving.started:
        raise Stopping("the application did not start; the log says why")


async def serve_app(app: App, ready: Ready, settings: Settings, **more: Any) -> None:
    """Serve an application on the public port, and what operators ask on their own; drain before the end."""
    drain_for(settings.drain_seconds)
    async with asyncio.TaskGroup() as group:
        group.create_task(serve_http(app, settings.host, settings.port, stopping(), settings.proxies, **more))
        group.create_task(serve_health(ready, settings))


async def serve_health(ready: Ready, settings: Settings) -> None:
    """Answer `/live`, `/ready` and `/metrics` at `KORPU_METRICS_PORT`; without one, nothing is served."""
    if settings.metrics_port is not None:
        await serve_http(health(ready), settings.host, settings.metrics_port, stopping())


def _have_room_for_connections() -> None:
    """Many systems give a process 1,024 files unless it asks for more, and each connection is one."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = min(hard, MOST_FILES) if hard != resource.RLIM_INFINITY else MOST_FILES
    if soft < wanted:
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


async def _end(server: uvicorn.Server, stop: asyncio.Event) -> None:
    await stop.wait()
    server.should_exit = True


def _listen(host: str, port: int) -> socket.socket:
    try:
        return socket.create_server(
            (host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET, backlog=2048
        )
    except OSError as error:
        raise Stopping(
            f"cannot listen on {host}:{port} ({error.strerror}); stop what uses it or choose another port"
        ) from None
