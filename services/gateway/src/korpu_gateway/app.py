"""The gateway put together: the only place where its parts meet."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from importlib.resources import files

import asyncpg
import orjson
from fastapi import FastAPI

from korpu_chassis.doors import App, Receive, Scope, Send, add_health, stand_guard
from korpu_chassis.identity import Verifier
from korpu_gateway.http.endpoint import Endpoint
from korpu_gateway.schema import schema
from korpu_gateway.settings import GatewaySettings

PATH = "/graphql"


@asynccontextmanager
async def reading_pool(dsn: str, connections: int) -> AsyncIterator[asyncpg.Pool]:
    """Connections for reading: statements stay prepared, and nothing is asked of PostgreSQL between two requests."""

    async def keep(_: asyncpg.Connection) -> None:
        """There is nothing to put back: reads leave no trace on a connection."""

    async with asyncpg.create_pool(
        dsn,
        min_size=1,
        max_size=connections,
        reset=keep,
        statement_cache_size=1_000,
        max_cached_statement_lifetime=0,
        max_cacheable_statement_size=0,
        server_settings={"plan_cache_mode": "force_generic_plan", "jit": "off", "default_transaction_read_only": "on"},
    ) as pool:
        yield pool


async def reachable(pool: asyncpg.Pool) -> bool:
    """Say whether the read model answers."""
    try:
        await pool.fetchval("SELECT 1")
    except (asyncpg.PostgresError, asyncpg.InterfaceError, OSError):
        return False
    return True


def create_app(settings: GatewaySettings, pool: asyncpg.Pool) -> App:
    """The gateway's HTTP application: GraphQL on its own short way, everything else through FastAPI."""
    endpoint = Endpoint(
        schema()._schema,  # noqa: SLF001 - the compiler reads GraphQL's own schema
        pool,
        Verifier(settings.issuer, settings.audience, settings.jwks_url),
        page=files("korpu_gateway.http").joinpath("graphiql.html").read_bytes(),
        development=settings.environment == "development",
        trusted=orjson.loads(settings.trusted_documents.read_bytes()) if settings.trusted_documents else None,
    )
    rest = FastAPI(title="Körpü gateway", version="1", docs_url=None, redoc_url=None, openapi_url=None)
    add_health(rest, lambda: reachable(pool))
    stand_guard(rest, "gateway")
    return _short_way(endpoint, rest)


def _short_way(endpoint: App, rest: App) -> Callable[[Scope, Receive, Send], Awaitable[None]]:
    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"] == PATH:
            await endpoint(scope, receive, send)
        else:
            await rest(scope, receive, send)

    return app
