"""Taking an inventory: once a day, and by a command, an owner tells what it has, so that readers can compare."""

import asyncio
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any, Final, NamedTuple

import structlog
from aiokafka.errors import KafkaError
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from korpu_chassis.database.availability import DatabaseUnavailable, RowBusy
from korpu_chassis.database.limits import WHOLE
from korpu_chassis.messaging.envelope import Outgoing
from korpu_chassis.messaging.kafka import Kafka, Letter, Sender
from korpu_chassis.messaging.kafka_ends import ends_of
from korpu_chassis.persistence.store import Database
from korpu_chassis.reconciliation.pages import PAGE, Inventories, InventoryPage

EVERY: Final = 24 * 3600.0
AGAIN: Final = 600.0
PATIENCE: Final = 60.0
LOOK: Final = 0.2

log = structlog.get_logger("inventory")

ONE_MOMENT = text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
# The digest is of the state as PostgreSQL writes it, which is the same for the same state wherever it is kept.
DIGEST = "left(encode(sha256(convert_to(({})::text, 'UTF8')), 'hex'), 16)"
_STANDING = """
    SELECT array_agg(id ORDER BY id) AS ids, array_agg(epoch ORDER BY id) AS epochs,
        array_agg(version ORDER BY id) AS versions, array_agg(digest ORDER BY id) AS digests
    FROM (
        SELECT a.id, a.version, coalesce(said.epoch, 0) AS epoch, coalesce(said.digest, '') AS digest,
            (row_number() OVER (ORDER BY a.id) - 1) / {page} AS page
        FROM "{table}" AS a LEFT JOIN LATERAL (
            SELECT o.epoch, {digest} AS digest FROM outbox AS o WHERE o.key = a.id::text ORDER BY o.seq DESC LIMIT 1
        ) AS said ON true
    ) AS standing
    GROUP BY page ORDER BY page
"""
_REACHED = text("SELECT coalesce(max(seq), 0) FROM outbox")
_UNSENT = text("SELECT EXISTS (SELECT FROM outbox WHERE sent_at IS NULL AND seq <= :reached)")


class Postponed(Exception):
    """An inventory cannot be told now: what was said has not gone out, or Kafka or the database is away."""


class Standing(NamedTuple):
    """What a database held at one moment: pages of each topic, and the last number of the outbox that was seen."""

    pages: Mapping[str, Sequence[Any]]
    reached: int


async def take_inventory(
    dsn: str, kafka: Kafka, service: str, tables: Mapping[str, str], page: int = PAGE, patience: float = PATIENCE
) -> int:
    """Tell what these tables hold, by their topics, and give how many aggregates that are; raises Postponed."""
    database, sender = Database(dsn, connections=1, limits=WHOLE), Sender(kafka)
    try:
        begins = await _ends(kafka, tables)
        taken_at = datetime.now(UTC)
        standing = await _standing(database, tables, page)
        await _all_sent(database, standing.reached, patience)
        ends = await _ends(kafka, tables)
        for topic, rows in standing.pages.items():
            cover = InventoryPage.covering(topic, taken_at, begins[topic], ends[topic])
            for each in _paged(rows, cover):
                if not all(await sender.send([_letter(service, each)])):
                    raise Postponed(f"Kafka does not acknowledge: {sender.trouble}")
    except (KafkaError, OSError, DatabaseUnavailable, RowBusy) as error:
        raise Postponed(type(error).__name__) from error
    finally:
        await sender.drop()
        await database.close()
    count = sum(len(row.ids) for rows in standing.pages.values() for row in rows)
    log.info("inventory.taken", things=count, topics=len(tables))
    return count


async def daily(dsn: str, kafka: Kafka, service: str, tables: Mapping[str, str], stop: asyncio.Event) -> None:
    """Take an inventory at once and each day until told to stop; one that is postponed is taken up soon."""
    while tables and not stop.is_set():
        taking = asyncio.ensure_future(take_inventory(dsn, kafka, service, tables))
        told = asyncio.ensure_future(stop.wait())
        await asyncio.wait({taking, told}, return_when=asyncio.FIRST_COMPLETED)
        told.cancel()
        wait = EVERY
        if not taking.done():
            taking.cancel()
            await asyncio.wait({taking})
        elif isinstance(reason := taking.exception(), Postponed):
            log.warning("inventory.postponed", why=str(reason))
            wait = AGAIN
        elif reason:
            raise reason
        with suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), wait)


async def _ends(kafka: Kafka, tables: Mapping[str, str]) -> dict[str, list[int]]:
    found = await ends_of(kafka, list(tables))
    if missing := sorted(set(tables) - set(found)):
        raise Postponed(f"there is no topic {', '.join(missing)}")
    return found


async def _standing(database: Database, tables: Mapping[str, str], page: int) -> Standing:
    async with database.transaction() as session:
        await session.execute(ONE_MOMENT)
        pages = {topic: await _rows(session, table, page) for topic, table in tables.items()}
        return Standing(pages, int((await session.execute(_REACHED)).scalar_one()))


async def _rows(session: AsyncSession, table: str, page: int) -> Sequence[Any]:
    digest = DIGEST.format("convert_from(o.body, 'UTF8')::jsonb -> 'state'")
    return (await session.execute(text(_STANDING.format(table=table, digest=digest, page=page)))).all()


async def _all_sent(database: Database, reached: int, patience: float) -> None:
    """Wait until Kafka has acknowledged all that the inventory speaks of."""
    deadline = asyncio.get_running_loop().time() + patience
    while True:
        async with database.transaction() as session:
            if not (await session.execute(_UNSENT, {"reached": reached})).scalar_one():
                return
        if asyncio.get_running_loop().time() > deadline:
            raise Postponed("the relay has not sent what was said")
        await asyncio.sleep(LOOK)


def _paged(rows: Sequence[Any], cover: InventoryPage) -> Iterator[InventoryPage]:
    """The pages of one topic: together they cover every id there can be; there is one where there is nothing, too."""
    if not rows:
        yield cover
    after = None
    for number, row in enumerate(rows, 1):
        upto = row.ids[-1] if number < len(rows) else None
        place = {"version": number, "pages": len(rows), "after": after, "upto": upto}
        lists = {name: tuple(getattr(row, name)) for name in ("ids", "epochs", "versions", "digests")}
        yield cover.model_copy(update=place | lists)
        after = upto


def _letter(service: str, page: InventoryPage) -> Letter:
    speaks = Inventories(service)
    said = Outgoing(
        service=service,
        topic=speaks.topic,
        fact=next(iter(speaks.facts)),
        subject=page.id,
        time=page.taken_at,
        state=page.model_dump(mode="json"),
        change={},
        correlation_id=page.id,
    ).packed()
    return Letter(speaks.topic, str(page.id).encode(), list(said.headers.items()), said.value)
