"""One owner: asked under the caller's own authority, within bounds, again only when it is safe."""

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

import httpx
import orjson
import structlog

from korpu_chassis.observability.request_context import outgoing_headers
from korpu_chassis.refusals import InvalidInput, Unavailable, Wrong

JSON = "application/json"
PATIENCE = 8.0
PAUSES = (0.0, 0.1, 0.5)
UNHURRIED = httpx.Timeout(30.0, connect=1.0, pool=2.0)
log = structlog.get_logger()

Headers = Sequence[tuple[bytes, bytes]]


@dataclass(frozen=True)
class Caller:
    """Under whose authority and in which language an owner is asked, and of which story it is."""

    token: str | None = field(repr=False)
    language: str
    correlation_id: str | None = None

    def headers(self) -> dict[str, str]:
        """What the owner is told about the caller; the request's id and its trace go on."""
        told = {"accept-language": self.language, "content-type": JSON, **outgoing_headers()}
        if self.token:
            told["authorization"] = f"Bearer {self.token}"
        if self.correlation_id:
            told["correlation-id"] = self.correlation_id
        return told


class Unexpected(Exception):
    """An owner failed in a way that nobody may see; its log tells under the same trace."""


class Owner:
    """One service that owns data."""

    def __init__(self, name: str, client: httpx.AsyncClient) -> None:
        self.name = name
        self._client = client

    async def ask(self, path: str, body: Mapping[str, Any], caller: Caller, *, within: float = PATIENCE) -> Any:
        """The owner's answer to a body that it may safely get twice; `Declined` when a rule says no."""
        content = _encoded(body)
        try:
            async with asyncio.timeout(within):
                return await self._asked(path, content, caller)
        except TimeoutError:
            raise self._away("timeout") from None

    async def _asked(self, path: str, content: bytes, caller: Caller) -> Any:
        for pause in PAUSES:
            await asyncio.sleep(pause)
            try:
                response = await self._client.post(path, content=content, headers=caller.headers())
            except (httpx.TransportError, OSError) as reason:
                log.warning("owner.unreachable", away=self.name, kind=type(reason).__name__)
                continue
            if response.status_code != HTTPStatus.SERVICE_UNAVAILABLE:
                return self._read(response)
        raise self._away("gone")

    def _read(self, response: httpx.Response) -> Any:
        try:
            told = orjson.loads(response.content)
        except orjson.JSONDecodeError:
            told = None
        if response.is_success and isinstance(told, dict):
            return told
        if response.is_client_error and isinstance(told, dict) and "code" in told and "detail" in told:
            raise Declined(told)
        log.error("owner.failed", owner=self.name, status=response.status_code)
        raise Unexpected

    @asynccontextmanager
    async def passed(
        self, method: str, target: str, headers: Headers, content: AsyncIterator[bytes] | None
    ) -> AsyncIterator[httpx.Response]:
        """The owner's own answer to a request that is handed on once, while its body still comes in."""
        request = self._client.build_request(method, target, headers=headers, content=content, timeout=UNHURRIED)
        try:
            response = await self._client.send(request, stream=True)
        except (httpx.TransportError, OSError) as reason:
            log.warning("owner.unreachable", away=self.name, kind=type(reason).__name__)
            raise self._away("gone") from None
        try:
            yield response
        finally:
            await response.aclose()

    async def close(self) -> None:
        """Let go of the connections."""
        await self._client.aclose()

    def _away(self, how: str) -> Unavailable:
        log.warning("owner.away", away=self.name, how=how)
        return Unavailable()


class Declined(Exception):
    """A rule of the owner says no; the problem is as the owner told it."""

    def __init__(self, problem: dict[str, Any]) -> None:
        super().__init__(problem["code"])
        self.problem = problem


def _encoded(body: Mapping[str, Any]) -> bytes:
    try:
        return orjson.dumps(body)
    except TypeError:
        raise InvalidInput(errors=[Wrong("", "invalid-characters")]) from None
