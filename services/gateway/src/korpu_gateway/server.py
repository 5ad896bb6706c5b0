"""The roles that speak the portal's language: serve, and writing the schema."""

from pathlib import Path

from korpu_chassis.http.server import serve_app
from korpu_chassis.persistence.revisions import revisions
from korpu_chassis.process.lifecycle import together
from korpu_chassis.stopping import stopping
from korpu_gateway.app import VERSIONS, create_app, migrated, neighbours
from korpu_gateway.http.coalescing import JoinedAnswers
from korpu_gateway.http.requests import LARGEST_BODY
from korpu_gateway.schema import schema
from korpu_gateway.settings import GatewaySettings

HTTP_LIMITS = {
    "http": JoinedAnswers,
    "ws_max_size": LARGEST_BODY,
    "ws_ping_interval": 20.0,
    "ws_ping_timeout": 20.0,
}
SCHEMA = Path(__file__).parents[2] / "schema.graphql"


async def serve(settings: GatewaySettings) -> None:
    """Answer the portal."""
    async with neighbours(settings) as around:
        app, head = create_app(settings, around), revisions(VERSIONS)

        async def answer(_: GatewaySettings) -> None:
            await serve_app(app, lambda: migrated(around.pool, head), settings, **HTTP_LIMITS)

        async def listen(_: GatewaySettings) -> None:
            await around.watch.forever(stopping())

        await together(answer, listen)(settings)


def write_schema() -> None:
    """Write the schema as the portal's developers read it."""
    SCHEMA.write_text(f"{schema().as_str()}\n", "utf-8")
