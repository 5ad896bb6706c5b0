"""The gateway put together: the only place where its parts meet."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import orjson
from fastapi import FastAPI

from korpu_chassis.database.availability import DatabaseUnavailable, RowBusy
from korpu_chassis.http.middleware import App, NamedRoute, Receive, Scope, Send, add_health, add_request_middleware
from korpu_chassis.identity.access_tokens import Verifier
from korpu_chassis.identity.substitution import Identification
from korpu_chassis.persistence.revisions import FOUND, Revisions, revisions
from korpu_gateway.exports.routes import Exports
from korpu_gateway.exports.slots import Places as ExportPlaces
from korpu_gateway.http.endpoint import Endpoint
from korpu_gateway.http.observation import observed_over
from korpu_gateway.http.pages import add_pages
from korpu_gateway.http.proxy import passing
from korpu_gateway.http.verification import verification
from korpu_gateway.indicators.figures import Figures
from korpu_gateway.owners.owners import Owners
from korpu_gateway.readmodel.deputies import deputies
from korpu_gateway.readmodel.pool import ReadingPool, reading_pool
from korpu_gateway.schema import schema
from korpu_gateway.settings import GatewaySettings
from korpu_gateway.subscriptions.eventstream import EventStreams
from korpu_gateway.subscriptions.hub import Hub
from korpu_gateway.subscriptions.slots import Places
from korpu_gateway.subscriptions.watch import Watch
from korpu_gateway.subscriptions.websocket import WebSockets
from korpu_gateway.types.checked_document import CHECKS
from korpu_gateway.types.indicator import ENGINE

VERSIONS = Path(__file__).parent / "migrations" / "versions"
PATH = "/graphql"
STREAM = "/graphql/stream"


@dataclass(frozen=True)
class Neighbours:
    """What the gateway stands on: its read model, the issuer's keys, the owners, and who tells of changes."""

    pool: ReadingPool
    verifier: Verifier
    owners: Owners
    watch: Watch


async def migrated(pool: ReadingPool, wanted: Revisions) -> bool:
    """Say whether the read model answers, and has been brought up to this release."""
    try:
        return wanted.are_at(row[0] for row in await pool.fetch(FOUND))
    except (DatabaseUnavailable, RowBusy):
        return False


@asynccontextmanager
async def neighbours(settings: GatewaySettings) -> AsyncIterator[Neighbours]:
    """Everything around the gateway, where the environment says that it is."""
    addresses = {"partners": settings.partners_url, "mobility": settings.mobility_url, "events": settings.events_url}
    verifier, owners = Verifier(settings.issuer, settings.audience, settings.jwks_url), Owners.at(addresses)
    try:
        async with reading_pool(settings.database, settings.connections) as pool:
            yield Neighbours(pool, verifier, owners, Watch(settings.database))
    finally:
        await owners.close()
        await verifier.close()


def create_app(settings: GatewaySettings, around: Neighbours) -> App:
    """The gateway's HTTP application: GraphQL on its own short way, everything else through FastAPI."""
    pool, watch = around.pool, around.watch
    callers = Identification(around.verifier, deputies(pool))
    endpoint = Endpoint(
        schema(settings.contracts)._schema,  # noqa: SLF001 - the compiler reads GraphQL's own schema
        pool,
        callers,
        page=files("korpu_gateway.http").joinpath("console.html").read_bytes(),
        development=settings.environment == "development",
        trusted=orjson.loads(settings.trusted_documents.read_bytes()) if settings.trusted_documents else None,
        owners=around.owners,
        watch=watch,
    )
    hub, places = Hub(endpoint, watch), Places(settings.live_connections)
    rest = FastAPI(title="Körpü gateway", version="1", docs_url=None, redoc_url=None, openapi_url=None)
    head = revisions(VERSIONS)
    add_health(rest, lambda: migrated(pool, head))
    exports = Exports(endpoint, pool, ExportPlaces(settings.exports), most_rows=settings.export_rows)
    rest.router.routes.append(NamedRoute("/exports/{list}", exports, methods=["GET", "POST"]))
    figures = Figures(pool, ENGINE, settings.figures_key)
    rest.router.routes.append(NamedRoute("/internal/figures", figures, methods=["POST"]))
    rest.include_router(verification(pool, CHECKS))
    add_pages(rest)
    add_request_middleware(rest, "gateway")
    ways: dict[tuple[str, str], App] = {
        ("http", PATH): observed_over("http", endpoint),
        ("websocket", PATH): WebSockets(hub, callers, places),
        ("http", STREAM): observed_over("sse", EventStreams(hub, callers, places)),
    }
    return _short_way(ways, passing(around.owners, around.verifier, rest))


def _short_way(ways: Mapping[tuple[str, str], App], rest: App) -> App:
    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        way = ways.get((scope["type"], scope.get("path", "")), rest)
        await way(scope, receive, send)

    return app
