"""The roles in which an owner runs: migrate, serve, relay, consume, tick, or the last three in one process."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import NoReturn

from sqlalchemy.ext.asyncio import AsyncSession

from korpu_chassis import contract
from korpu_chassis.audit.watch import Watch
from korpu_chassis.configuration.settings import OwnerSettings, Settings
from korpu_chassis.database.availability import DatabaseUnavailable, RowBusy
from korpu_chassis.database.limits import COMMAND, CONSUME, READ, TICK, Limits
from korpu_chassis.deadlines import Ticker
from korpu_chassis.foreign.consumer import Foreign, forget_refused
from korpu_chassis.foreign.sender_keys import SenderKeys
from korpu_chassis.http.middleware import add_health
from korpu_chassis.http.server import serve_app, serve_health
from korpu_chassis.identity.access_tokens import Verifier
from korpu_chassis.messaging.consumer import Consumer
from korpu_chassis.messaging.envelope import Incoming
from korpu_chassis.messaging.inbox import purge
from korpu_chassis.messaging.kafka import Kafka
from korpu_chassis.messaging.relay import Report, relay
from korpu_chassis.persistence.revisions import Revisions, revisions
from korpu_chassis.persistence.schema import migrate, migrated, owned
from korpu_chassis.persistence.store import Database
from korpu_chassis.process.lifecycle import run, together
from korpu_chassis.process.operations import operations
from korpu_chassis.process.parked_command import parked_command
from korpu_chassis.reconciliation.comparison import Reconciler
from korpu_chassis.reconciliation.intake import InventoryIntake
from korpu_chassis.reconciliation.inventory import daily
from korpu_chassis.reconciliation.pages import topic_of
from korpu_chassis.runtime.assembly import Service, ServiceRuntime
from korpu_chassis.runtime.rederivation import Rederivation, release_of
from korpu_chassis.runtime.routes import create_app
from korpu_chassis.stopping import stopping

KEPT = timedelta(days=7)
KEPT_REFUSALS = timedelta(days=365)
EVERY_HOUR = 3600.0
PAGES = 5

Sweep = Callable[[Database], Awaitable[None]]


def main(service: Service) -> NoReturn:
    """Run the role that the command line names."""
    roles = Roles(service)
    run(
        service.name,
        {
            "migrate": roles.migrate,
            "serve": roles.serve,
            "relay": roles.relay,
            "consume": roles.consume,
            "tick": roles.tick,
            "work": together(roles.relay_alone, roles.consume_alone, roles.tick_alone, roles.health),
        },
        Settings,
        {"contract": lambda: contract.write(service)},
        {"parked": parked_command} | operations(service),
    )


class Roles:
    """What each role of a service does until its process is told to stop."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._troubles: dict[str, str | None] = {}
        self._parked: str | None = None

    async def migrate(self, settings: OwnerSettings) -> None:
        """Bring the database up to date, give the role that serves its rights, and end."""
        aggregates = [str(definition.table.__tablename__) for definition in self._service.definitions]
        async with owned(settings) as database:
            metadata, serving = self._service.table.metadata, settings.serving_role
            await migrate(database, self._service.migrations, metadata, serving, aggregates)

    async def serve(self, settings: Settings) -> None:
        """Answer commands and questions."""
        await self._needs()
        async with _database(settings) as database:
            app = create_app(_runtime(self._service, settings, database))
            head = revisions(self._service.migrations)
            add_health(app, lambda: migrated(database, head))
            await serve_app(app, lambda: migrated(database, head), settings)

    async def relay(self, settings: Settings) -> None:
        """Send what was said."""
        await together(self.relay_alone, self.health)(settings)

    async def consume(self, settings: Settings) -> None:
        """Hear what others say."""
        await together(self.consume_alone, self.health)(settings)

    async def tick(self, settings: Settings) -> None:
        """Say what falls due."""
        await together(self.tick_alone, self.health)(settings)

    async def relay_alone(self, settings: Settings) -> None:
        """Send what was said, in order, until told to stop."""
        topics = [definition.topic for definition in self._service.definitions]
        kafka = _kafka(settings)
        await relay(settings.database, kafka, stop=stopping(), report=self._told("relay"), topics=topics)

    async def tick_alone(self, settings: Settings) -> None:
        """Let the clock speak, and do what commands have left to be done elsewhere, until told to stop."""
        await self._needs()
        async with _database(settings, limits=TICK) as database:
            runtime, watch = _runtime(self._service, settings, database), Watch(self._service.definitions)
            derivation = Rederivation(runtime, release_of(self._service.table.__module__.partition(".")[0]))
            async with asyncio.TaskGroup() as group:
                group.create_task(Ticker(database, runtime.run_due).forever(stopping()))
                group.create_task(derivation.until_done(stopping()))
                group.create_task(keep_tidy(database, stopping(), (watch.sweep, *self._service.sweeps)))
                about = (self._service.name, self._service.tables(), stopping())
                group.create_task(daily(settings.database, _kafka(settings), *about))
                for effect in self._service.effects:
                    group.create_task(effect(runtime, stopping()))

    async def consume_alone(self, settings: Settings) -> None:
        """Hear what others say until told to stop; a service that hears nothing waits."""
        if not self._service.consumes and not self._service.foreign:
            await stopping().wait()
            return
        keys = SenderKeys.of(settings.sender_keys, required=settings.environment == "production")
        async with _database(settings, limits=CONSUME) as database, asyncio.TaskGroup() as readers:
            runtime = _runtime(self._service, settings, database)
            if self._service.consumes:
                consumer = _consumer(self._service, settings, runtime, self._told("consume"), self._told_parked)
                readers.create_task(consumer.forever(stopping()))
                kafka, holdings = _kafka(settings), self._service.holdings()
                readers.create_task(reconcile(kafka, database, self._service.name, holdings, stopping()))
            for foreign in self._service.foreign:
                reader = foreign_reader(_kafka(settings), runtime, foreign, keys, self._told(foreign.topic))
                readers.create_task(reader.forever(stopping()))

    async def health(self, settings: Settings) -> None:
        """Answer the operators' probes."""
        head = revisions(self._service.migrations)
        async with _database(settings, connections=1, limits=READ) as database:
            await serve_health(lambda: self._ready(database, head), settings)

    async def _needs(self) -> None:
        for need in self._service.needs:
            await need()

    async def _ready(self, database: Database, head: Revisions) -> bool | str:
        good = not any(self._troubles.values()) and await migrated(database, head)
        return (self._parked or True) if good else False

    def _told_parked(self, waiting: str | None) -> None:
        self._parked = waiting

    def _told(self, role: str) -> Report:
        def report(trouble: str | None) -> None:
            self._troubles[role] = trouble

        return report


async def reconcile(
    kafka: Kafka, database: Database, group: str, holdings: Mapping[str, str], stop: asyncio.Event
) -> None:
    """Hear the inventories of those whose topics a group reads, and compare, until told to stop."""
    owners = sorted({topic.partition(".")[0] for topic in holdings})
    reader = Consumer(
        kafka=kafka,
        group=f"{group}.inventory",
        topics=[topic_of(owner) for owner in owners],
        handler=_nobody,
        transaction=database.transaction,
        intake=InventoryIntake(holdings),
        batch=PAGES,
        dead_letters=False,
    )
    async with asyncio.TaskGroup() as both:
        both.create_task(reader.forever(stop))
        both.create_task(Reconciler(database.transaction, group, holdings).forever(stop))


async def _nobody(_: Sequence[Incoming], __: AsyncSession) -> None:
    raise NotImplementedError


async def keep_tidy(database: Database, stop: asyncio.Event, sweeps: Sequence[Sweep] = ()) -> None:
    """Forget, every hour, what was heard a week ago (offsets and versions remember it), and sweep."""
    while not stop.is_set():
        for sweep in (_purge, *sweeps):
            with contextlib.suppress(DatabaseUnavailable, RowBusy):
                await sweep(database)
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), EVERY_HOUR)


async def _purge(database: Database) -> None:
    async with database.transaction() as session:
        await purge(session, datetime.now(UTC) - KEPT)
        await forget_refused(session, datetime.now(UTC) - KEPT_REFUSALS)


@asynccontextmanager
async def _database(settings: Settings, *, connections: int = 10, limits: Limits = COMMAND) -> AsyncIterator[Database]:
    database = Database(settings.database, connections=connections, limits=limits)
    try:
        yield database
    finally:
        await database.close()


def _runtime(service: Service, settings: Settings, database: Database) -> ServiceRuntime:
    return ServiceRuntime(service, database, Verifier(settings.issuer, settings.audience, settings.jwks_url))


def _kafka(settings: Settings) -> Kafka:
    return Kafka(settings.kafka, settings.topic_prefix, settings.kafka_login)


def foreign_reader(
    kafka: Kafka, runtime: ServiceRuntime, foreign: Foreign, keys: SenderKeys, report: Report
) -> Consumer:
    """The reader of a topic that others write; what waits there by our own fault turns nothing red but its metric."""
    return Consumer(
        kafka=kafka,
        group=runtime.group_of(foreign),
        topics=[foreign.topic],
        handler=_nobody,
        transaction=runtime.database.transaction,
        report=report,
        intake=runtime.intake(foreign, keys),
        dead_letters=False,
    )


def _consumer(
    service: Service, settings: Settings, runtime: ServiceRuntime, report: Report, report_parked: Report
) -> Consumer:
    async def handle(messages: Sequence[Incoming], session: AsyncSession) -> None:
        for message in messages:
            await runtime.handle(message, session)

    return Consumer(
        kafka=_kafka(settings),
        group=service.name,
        topics=service.consumed_topics(),
        handler=handle,
        transaction=runtime.database.transaction,
        report=report,
        report_parked=report_parked,
    )
