"""The roles that keep the read model: migrate and consume."""

from pathlib import Path

from korpu_chassis.configuration.settings import OwnerSettings
from korpu_chassis.database.limits import CONSUME
from korpu_chassis.http.server import serve_health
from korpu_chassis.messaging.consumer import Consumer
from korpu_chassis.messaging.kafka import Kafka
from korpu_chassis.persistence.revisions import revisions
from korpu_chassis.persistence.schema import migrate, migrated, owned
from korpu_chassis.persistence.store import Database
from korpu_chassis.process.entry_points import keep_tidy, reconcile
from korpu_chassis.process.lifecycle import together
from korpu_chassis.process.parked_command import parked_command as parked
from korpu_chassis.reconciliation.command import reconciliation_command as reconciliation
from korpu_chassis.stopping import stopping
from korpu_gateway.readmodel.holdings import HOLDINGS
from korpu_gateway.readmodel.projection import TOPICS, project
from korpu_gateway.readmodel.tables import metadata
from korpu_gateway.settings import GatewaySettings

__all__ = ["consume", "parked", "reconciliation", "to_date"]

VERSIONS = Path(__file__).parent / "migrations" / "versions"


async def to_date(settings: OwnerSettings) -> None:
    """Bring the read model's tables up to date, give the role that serves its rights, and end."""
    async with owned(settings) as database:
        await migrate(database, VERSIONS, metadata, settings.serving_role)


async def consume(settings: GatewaySettings) -> None:
    """Keep the read model as the owners tell it."""
    database = Database(settings.database, connections=5, limits=CONSUME)
    head = revisions(VERSIONS)
    told: dict[str, str | None] = {}

    async def ready() -> bool | str:
        good = told.get("trouble") is None and await migrated(database, head)
        return (told.get("parked") or True) if good else False

    def report(trouble: str | None) -> None:
        told["trouble"] = trouble

    def report_parked(waiting: str | None) -> None:
        told["parked"] = waiting

    kafka = Kafka(settings.kafka, settings.topic_prefix, settings.kafka_login)
    consumer = Consumer(
        kafka=kafka,
        group="gateway",
        topics=sorted(TOPICS),
        handler=project,
        transaction=database.transaction,
        batch=settings.consumer_batch,
        report=report,
        report_parked=report_parked,
    )

    async def hear(_: GatewaySettings) -> None:
        await consumer.forever(stopping())

    async def compare(_: GatewaySettings) -> None:
        await reconcile(kafka, database, "gateway", HOLDINGS, stopping())

    async def health(_: GatewaySettings) -> None:
        await serve_health(ready, settings)

    try:
        await together(hear, compare, lambda _: keep_tidy(database, stopping()), health)(settings)
    finally:
        await database.close()
