"""The roles in which the gateway runs: migrate, serve, consume, and writing its schema."""

from pathlib import Path

from korpu_chassis.consumer import Consumer
from korpu_chassis.kafka import Kafka
from korpu_chassis.process import StoreSettings, serve_health, serve_http, stopping, together
from korpu_chassis.roles import keep_tidy, reachable
from korpu_chassis.schema import migrate
from korpu_chassis.store import Database
from korpu_gateway.app import create_app, neighbours
from korpu_gateway.http.requests import LARGEST_BODY
from korpu_gateway.readmodel.projection import TOPICS, project
from korpu_gateway.readmodel.tables import metadata
from korpu_gateway.schema import schema
from korpu_gateway.settings import GatewaySettings

LIVE = {"ws_per_message_deflate": False, "ws_max_size": LARGEST_BODY, "ws_ping_interval": 20.0, "ws_ping_timeout": 20.0}
"""Small messages to many: compressing each for each would cost more than it saves."""
VERSIONS = Path(__file__).parent / "migrations" / "versions"
SCHEMA = Path(__file__).parents[2] / "schema.graphql"


async def to_date(settings: StoreSettings) -> None:
    """Bring the read model's tables up to date, and end."""
    database = Database(settings.database, connections=1)
    try:
        await migrate(database, VERSIONS, metadata)
    finally:
        await database.close()


async def serve(settings: GatewaySettings) -> None:
    """Answer the portal."""
    async with neighbours(settings) as around:
        app = create_app(settings, around)

        async def answer(_: GatewaySettings) -> None:
            await serve_http(app, settings.host, settings.port, stopping(), **LIVE)

        async def listen(_: GatewaySettings) -> None:
            await around.watch.forever(stopping())

        await together(answer, listen)(settings)


async def consume(settings: GatewaySettings) -> None:
    """Keep the read model as the owners tell it."""
    database = Database(settings.database, connections=3)
    troubles: list[str | None] = [None]

    async def ready() -> bool:
        return troubles[-1] is None and await reachable(database)

    def report(trouble: str | None) -> None:
        troubles[:] = [trouble]

    consumer = Consumer(
        kafka=Kafka(settings.kafka, settings.topic_prefix),
        group="gateway",
        topics=sorted(TOPICS),
        handler=project,
        transaction=database.transaction,
        batch=settings.consumer_batch,
        report=report,
    )

    async def hear(_: GatewaySettings) -> None:
        await consumer.forever(stopping())

    async def tidy(_: GatewaySettings) -> None:
        await keep_tidy(database, stopping())

    async def health(_: GatewaySettings) -> None:
        await serve_health(ready, settings.metrics_port, settings.host)

    try:
        await together(hear, tidy, health)(settings)
    finally:
        await database.close()


def write_schema() -> None:
    """Write the schema as the portal's developers read it."""
    SCHEMA.write_text(f"{schema().as_str()}\n", "utf-8")
