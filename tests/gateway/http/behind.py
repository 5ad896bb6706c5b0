"""A gateway before an owner that shows what came through to it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from fastapi import FastAPI, Request
from fastapi.responses import StreamingResponse

from korpu_chassis.http.middleware import add_request_middleware
from korpu_chassis.identity.access_tokens import Verifier
from korpu_gateway.http.proxy import WAYS, passing
from korpu_gateway.owners.owners import Owners
from korpu_local.issuer import issuer_app
from korpu_local.tokens import Issuer
from tests.gateway.campus import serving

NOBODY_S = Verifier("", "", "")


@dataclass
class Seen:
    """What came through to the owner."""

    requests: list[Request] = field(default_factory=list)
    came: asyncio.Event = field(default_factory=asyncio.Event)
    bytes: int = 0


def owner(seen: Seen) -> FastAPI:
    app = FastAPI()

    @app.api_route("/{path:path}", methods=["GET", "HEAD", "POST", "PUT", "DELETE"])
    async def anything(request: Request) -> StreamingResponse:
        seen.requests.append(request)
        seen.came.set()
        async for piece in request.stream():
            seen.bytes += len(piece)

        async def told() -> AsyncIterator[bytes]:
            yield b"said by "
            yield b"the owner"

        echoed = request.headers.get("content-disposition", "inline")
        headers = {"etag": '"1"', "set-cookie": "a=b", "connection": "x-hop", "x-hop": "1", "content-length": "17"}
        headers["content-disposition"] = echoed
        return StreamingResponse(told(), 418, headers)

    return app


def nothing_else() -> FastAPI:
    rest = FastAPI()
    add_request_middleware(rest, "gateway")
    return rest


@asynccontextmanager
async def before_an_owner(seen: Seen, issuer: Issuer) -> AsyncIterator[str]:
    """The address of a gateway that believes this issuer."""
    async with serving(owner(seen)) as behind, serving(issuer_app(issuer)) as keys:
        owners = Owners.at(dict.fromkeys((way.service for way in WAYS), behind))
        verifier = Verifier(issuer.url, "korpu", f"{keys}/jwks.json")
        async with serving(passing(owners, verifier, nothing_else())) as address:
            yield address
        await owners.close()
        await verifier.close()
