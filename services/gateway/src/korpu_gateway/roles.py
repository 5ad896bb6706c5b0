"""The roles that keep the read model: migrate and consume."""

from pathlib import Path

from korpu_chassis.consumer import Consumer
from korpu_chassis.kafka import Kafka
from korpu_chassis.process import StoreSettings, serve_health, stopping, together
from korpu_chassis.roles import keep_tidy, reachable
from korpu_chassis.schema import migrate
from korpu_chassis.store import Database
from korpu_gateway.readmodel.projection import TOPICS, project
from korpu_gateway.readmodel.tables import metadata
from korpu_gateway.settings import GatewaySettings

VERSIONS = Path(__file__).parent / "migrations" / "versions"


async def to_date(settings: StoreSettings) -> None:
    """Bring the read model's tables up to date, and end."""
    database = Database(settings.database, connections=1)
    try:
        await migrate(database, VERSIONS, metadata)
    finally:
        await database.close()


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
