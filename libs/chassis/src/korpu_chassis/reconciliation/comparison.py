"""Reconciliation: a reader compares what it holds with what owners have, and names what is not the same.

A page of an inventory is judged when the reader has read past its `ends`: by then it has heard all that the page speaks
of, so what is missing, older or altered is a difference, whatever was said since. What the reader has more or newer may
have been said after the inventory; on a partition on which nothing was, it is a difference too, else it stays
undecided until an inventory that comes at a quieter moment.
"""

import asyncio
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, suppress
from enum import StrEnum
from typing import Any, Final, NamedTuple

import structlog
from prometheus_client import Gauge
from sqlalchemy import delete, func, insert, select, text
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.ext.asyncio import AsyncSession

from korpu_chassis.database.availability import DatabaseUnavailable, RowBusy
from korpu_chassis.messaging.inbox import consumer_offset
from korpu_chassis.messaging.kafka_ends import partition_of
from korpu_chassis.persistence.reconciliation_tables import inventory_page, reconciliation, reconciliation_difference
from korpu_chassis.reconciliation.inventory import ONE_MOMENT
from korpu_chassis.reconciliation.pages import InventoryPage

LOOK: Final = 2.0
SHOW: Final = 30.0
SHOWN: Final = 20

log = structlog.get_logger("reconciliation")
difference = Gauge(
    "korpu_reconciliation_difference", "Things that a reader does not hold as their owner does.", ["owner", "topic"]
)
last_success = Gauge(
    "korpu_reconciliation_last_success_timestamp_seconds",
    "When a whole inventory was last compared, or since when one is waited for.",
    ["owner", "topic"],
)

Transaction = Callable[[], AbstractAsyncContextManager[AsyncSession]]

_COMPARE = """
    WITH told AS (
        SELECT * FROM unnest(
            CAST(:ids AS uuid[]), CAST(:epochs AS int[]), CAST(:versions AS int[]), CAST(:digests AS text[])
        ) AS t(id, epoch, version, digest)
    ), held AS (
        SELECT * FROM ({holding}) AS h
        WHERE (CAST(:after AS uuid) IS NULL OR h.id > :after) AND (CAST(:upto AS uuid) IS NULL OR h.id <= :upto)
    )
    SELECT id, told.epoch AS owner_epoch, told.version AS owner_version, held.epoch AS own_epoch,
        held.version AS own_version, CASE
            WHEN held.version IS NULL THEN 'missing'
            WHEN told.version IS NULL THEN 'extra'
            WHEN (held.epoch, held.version) < (told.epoch, told.version) THEN 'older'
            WHEN (held.epoch, held.version) > (told.epoch, told.version) THEN 'newer'
            ELSE 'altered'
        END AS what
    FROM told FULL JOIN held USING (id)
    WHERE held.version IS NULL OR told.version IS NULL OR (held.epoch, held.version) <> (told.epoch, told.version)
        OR held.digest <> told.digest AND told.digest <> ''
    ORDER BY id
"""


class What(StrEnum):
    """How a reader differs from an owner in one thing."""

    MISSING = "missing"
    OLDER = "older"
    ALTERED = "altered"
    NEWER = "newer"
    EXTRA = "extra"


class Judged(NamedTuple):
    """What came of one page: what differs, and how much is undecided."""

    different: Sequence[Any]
    undecided: int


def heard(group: str, topic: str) -> str:
    """The SQL of what a group of readers knows of a topic, by the versions that it has heard."""
    return (
        f"SELECT CAST(key AS uuid) AS id, epoch, version, CAST(NULL AS text) AS digest FROM known_version"  # noqa: S608
        f" WHERE \"group\" = '{group}' AND topic = '{topic}'"
    )


def kept(table: str) -> str:
    """The SQL of what is kept of a topic in a table of its own, by id and the order of the last word."""
    return (
        f"SELECT id, version >> 32 AS epoch, version & 4294967295 AS version, CAST(NULL AS text) AS digest"  # noqa: S608
        f" FROM {table}"
    )


class Reconciler:
    """Compares one reader, by its group, with the inventories that it has put by; `holdings` is SQL by topic."""

    def __init__(self, transaction: Transaction, group: str, holdings: Mapping[str, str]) -> None:
        self._transaction = transaction
        self._group = group
        self._holdings = holdings

    async def forever(self, stop: asyncio.Event) -> None:
        """Judge what can be judged until told to stop."""
        begun, shown_at = False, 0.0
        while not stop.is_set():
            with suppress(DatabaseUnavailable, RowBusy):
                if not begun:
                    await self.begin()
                    begun = True
                judged = 0
                while not stop.is_set() and await self.judge_next():
                    judged += 1
                if judged or time.monotonic() > shown_at + SHOW:
                    await self.measure()
                    shown_at = time.monotonic()
            with suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), LOOK)

    async def begin(self) -> None:
        """Write down since when inventories are waited for, and forget topics that are heard no more."""
        async with self._transaction() as session:
            for table in (reconciliation, reconciliation_difference, inventory_page):
                await session.execute(delete(table).where(table.c.topic.not_in(list(self._holdings))))
            rows = [{"topic": topic} for topic in self._holdings]
            if rows:
                await session.execute(upsert(reconciliation).on_conflict_do_nothing(), rows)

    async def judge_next(self) -> bool:
        """Judge one page of those for which it is time; false when there is none."""
        async with self._transaction() as session:
            await session.execute(ONE_MOMENT)
            page = await self._due(session)
            judged = await self._judged(session, *page) if page else None
        if page is None or judged is None:
            return False
        async with self._transaction() as session:
            await _write_down(session, page[0], judged)
        _tell(page[0], judged)
        return True

    async def measure(self) -> None:
        """Show operators how it stands."""
        topics = reconciliation_difference.c.topic
        counted = select(topics, func.count().label("number")).group_by(topics)
        async with self._transaction() as session:
            counts = {row.topic: row.number for row in await session.execute(counted)}
            done = select(reconciliation.c.topic, reconciliation.c.reconciled_at)
            times = {row.topic: row.reconciled_at for row in await session.execute(done)}
        for topic in self._holdings:
            labels = (topic.partition(".")[0], topic)
            difference.labels(*labels).set(counts.get(topic, 0))
            if topic in times:
                last_success.labels(*labels).set(times[topic].timestamp())

    async def _due(self, session: AsyncSession) -> tuple[InventoryPage, dict[int, int]] | None:
        """The next page, and where the reader stands; nothing as long as it has not read past the page's ends."""
        books, pages = consumer_offset.c, inventory_page.c
        waiting = select(pages.topic, pages.run, pages.number, pages.ends).where(pages.topic.in_(list(self._holdings)))
        rows = (await session.execute(waiting.order_by(pages.topic, pages.run, pages.number))).all()
        for row in rows:
            mine = (books.group == self._group) & (books.topic == row.topic)
            found = await session.execute(select(books.partition, books.next_offset).where(mine))
            places = {each.partition: each.next_offset for each in found}
            if all(places.get(partition, 0) >= end for partition, end in enumerate(row.ends)):
                here = (pages.topic == row.topic) & (pages.run == row.run) & (pages.number == row.number)
                body = (await session.execute(select(pages.body).where(here))).scalar_one()
                return InventoryPage.model_validate_json(body), places
        return None

    async def _judged(self, session: AsyncSession, page: InventoryPage, places: Mapping[int, int]) -> Judged:
        compare = text(_COMPARE.format(holding=self._holdings[page.topic]))
        names = page.model_dump(include={"ids", "epochs", "versions", "digests", "after", "upto"})
        lists = {name: list(each) if isinstance(each, tuple) else each for name, each in names.items()}
        found = (await session.execute(compare, lists)).all()
        quiet = {number for number, begin in enumerate(page.begins) if places.get(number, 0) == begin}
        behind = {What.MISSING, What.OLDER, What.ALTERED}
        sure = [row for row in found if row.what in behind or partition_of(str(row.id), len(page.ends)) in quiet]
        return Judged(sure, len(found) - len(sure))


async def _write_down(session: AsyncSession, page: InventoryPage, judged: Judged) -> None:
    """Replace what was known to differ among the ids of this page; another replica may have done so already."""
    mine = (inventory_page.c.topic == page.topic) & (inventory_page.c.run == page.id)
    gone = delete(inventory_page).where(mine & (inventory_page.c.number == page.version))
    if not (await session.execute(gone.returning(inventory_page.c.number))).all():
        return
    table = reconciliation_difference
    here = table.c.topic == page.topic
    here &= table.c.key > str(page.after) if page.after else True
    here &= table.c.key <= str(page.upto) if page.upto else True
    await session.execute(delete(table).where(here))
    names = ("what", "owner_epoch", "owner_version", "own_epoch", "own_version")
    rows = [
        {"topic": page.topic, "key": str(row.id), **{name: getattr(row, name) for name in names}}
        for row in judged.different
    ]
    if rows:
        await session.execute(insert(table), rows)
    await session.execute(
        _DONE,
        {
            "topic": page.topic,
            "run": page.id,
            "number": page.version,
            "pages": page.pages,
            "things": len(page.ids),
            "undecided": judged.undecided,
        },
    )


# A run counts when every page of it was judged, the first to the last.
_DONE = text("""
    UPDATE reconciliation SET run = :run, pages_done = :number,
        things = CASE WHEN :number = 1 THEN 0 ELSE things END + :things,
        undecided = CASE WHEN :number = 1 THEN 0 ELSE undecided END + :undecided,
        reconciled_at = CASE WHEN :number = :pages THEN now() ELSE reconciled_at END
    WHERE topic = :topic AND (:number = 1 OR (run = :run AND pages_done = :number - 1))
""")


def _tell(page: InventoryPage, judged: Judged) -> None:
    about = {"topic": page.topic, "page": page.version, "pages": page.pages, "things": len(page.ids)}
    if judged.different:
        shown = [f"{row.id} {row.what}" for row in judged.different[:SHOWN]]
        log.error("reconciliation.different", **about, different=len(judged.different), first=shown)
    else:
        log.info("reconciliation.same", **about, undecided=judged.undecided)
