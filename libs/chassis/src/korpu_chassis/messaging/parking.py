"""What a group of readers puts aside: records that nobody can read, cannot handle yet, or that came too early."""

import base64
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlalchemy import delete, func, select, text, update
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.ext.asyncio import AsyncSession

from korpu_chassis.database.grants import APPEND, GRANTS
from korpu_chassis.database.metadata import metadata
from korpu_chassis.messaging.kafka import Place, Record

LONGEST_WAIT = 300
LONGEST_ERROR = 500
LONGEST_KEY = 200
MOST_EARLY = 1000
ENCODED = "base64:"

parked = sa.Table(
    "parked",
    metadata,
    sa.Column("group", sa.Text, primary_key=True),
    sa.Column("topic", sa.Text, primary_key=True),
    sa.Column("partition", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("offset", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("key", sa.Text),
    sa.Column("headers", JSONB, nullable=False),
    sa.Column("body", sa.LargeBinary),
    sa.Column("reason", sa.Text, nullable=False, server_default="failed"),
    sa.Column("error", sa.Text, nullable=False),
    sa.Column("version", sa.BigInteger),
    sa.Column("attempts", sa.Integer, nullable=False),
    sa.Column("parked_at", sa.DateTime(timezone=True), nullable=False, server_default=sa.func.now()),
    sa.Column("next_try_at", sa.DateTime(timezone=True), nullable=False, server_default=sa.func.now()),
)

parking_decision = sa.Table(
    "parking_decision",
    metadata,
    sa.Column("id", sa.BigInteger, sa.Identity(), primary_key=True),
    sa.Column("at", sa.DateTime(timezone=True), nullable=False, server_default=sa.func.now()),
    sa.Column("group", sa.Text, nullable=False),
    sa.Column("topic", sa.Text, nullable=False),
    sa.Column("partition", sa.Integer, nullable=False),
    sa.Column("offset", sa.BigInteger, nullable=False),
    sa.Column("key", sa.Text),
    sa.Column("decision", sa.Text, nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("error", sa.Text, nullable=False),
    sa.Column("because", sa.Text, nullable=False),
    sa.Column("operator", sa.Text, nullable=False),
    info={GRANTS: APPEND},
)

APPEND_ONLY = (
    """
    CREATE OR REPLACE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege'; END $$
    """,
    """
    CREATE OR REPLACE TRIGGER parking_decision_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON parking_decision
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting()
    """,
)
for _statement in APPEND_ONLY:
    sa.event.listen(parking_decision, "after_create", sa.DDL(_statement.replace("%", "%%")))  # type: ignore[no-untyped-call]

# Of one key the earliest version goes first; what has no version stands before all others.
_DUE = text("""
    SELECT * FROM parked AS p
    WHERE p."group" = :group AND p.next_try_at <= clock_timestamp()
        AND (p.topic, p.partition) IN (
            SELECT * FROM unnest(CAST(:topics AS text[]), CAST(:partitions AS int[]))
        )
        AND NOT EXISTS (
            SELECT FROM parked AS q
            WHERE q."group" = p."group" AND q.topic = p.topic AND q.key = p.key
                AND (coalesce(q.version, 0), q."offset") < (coalesce(p.version, 0), p."offset")
        )
    ORDER BY p.next_try_at, p."offset" LIMIT 1 FOR UPDATE SKIP LOCKED
""")
_PASS = text("""
    UPDATE consumer_offset SET next_offset = :offset + 1
    WHERE "group" = :group AND topic = :topic AND partition = :partition AND next_offset = :offset
""")


class Reason(StrEnum):
    """Why a record waits."""

    UNREADABLE = "unreadable"
    GAP = "version-gap"
    FAILED = "failed"
    BEHIND = "behind"


class Aside(NamedTuple):
    """A record to be put aside: the reason, what was wrong in words without content, and its version if it has one."""

    record: Record
    reason: Reason
    error: str
    version: int | None = None


class Waiting(NamedTuple):
    """What waits of a group: how many records, of how many keys, and how many partitions stand still."""

    records: int = 0
    keys: int = 0
    partitions: int = 0
    stuck: int = 0

    def __str__(self) -> str:
        """The same for operators."""
        still = f", {self.partitions} partitions stand still" if self.partitions else ""
        return f"{self.records} messages of {self.keys} keys are parked{still}"


def key_of(record: Record) -> str | None:
    """The key by which a record can be parked; nothing if it has none that can be read."""
    try:
        key = (record.key or b"").decode()
    except UnicodeDecodeError:
        return None
    return key if key.isprintable() and 0 < len(key) <= LONGEST_KEY else None


class Parking:
    """One group's parked records; the caller's transaction commits them with the effects."""

    def __init__(self, group: str) -> None:
        self._group = group

    async def waiting_keys(self, session: AsyncSession, keys: Iterable[str]) -> dict[tuple[str, str], bool]:
        """The topics and keys of which something waits, and whether nothing but a missing version is the reason."""
        gaps = func.bool_and(parked.c.reason == Reason.GAP)
        where = (parked.c.group == self._group) & parked.c.key.in_(list(keys))
        rows = await session.execute(select(parked.c.topic, parked.c.key, gaps).where(where).group_by("topic", "key"))
        return {(topic, key): only_gaps for topic, key, only_gaps in rows}

    async def park(self, session: AsyncSession, asides: Sequence[Aside]) -> None:
        """Put records aside, to be tried again in their order; one that stands there already stays as it is."""
        if asides:
            rows = [self._row(each) for each in asides]
            await session.execute(upsert(parked).on_conflict_do_nothing(), rows)

    async def due(self, session: AsyncSession, places: Iterable[Place]) -> tuple[Record, int] | None:
        """Take a record that is to be tried again, always the first of its key, with the number of trials so far."""
        each = list(places)
        topics, partitions = [topic for topic, _ in each], [partition for _, partition in each]
        names = {"group": self._group, "topics": topics, "partitions": partitions}
        row = (await session.execute(_DUE, names)).one_or_none()
        return (record_of(row), row.attempts) if row else None

    async def release(self, session: AsyncSession, record: Record) -> None:
        """Take a record back that has been handled, or is left out; a partition that stood still at it goes on."""
        await session.execute(delete(parked).where(self.at(record)))
        names = {"topic": record.topic, "partition": record.partition, "offset": record.offset}
        await session.execute(_PASS, {"group": self._group, **names})

    async def postpone(self, session: AsyncSession, record: Record, attempts: int, reason: Reason, error: str) -> None:
        """Try again later, each time after twice as long."""
        wait = func.make_interval(0, 0, 0, 0, 0, 0, min(2**attempts, LONGEST_WAIT))
        later = {"attempts": attempts + 1, "reason": reason, "error": error[:LONGEST_ERROR]}
        later |= {"next_try_at": func.clock_timestamp() + wait}
        await session.execute(update(parked).where(self.at(record)).values(later))

    async def early(self, session: AsyncSession, keys: Iterable[str]) -> list[Record]:
        """What waits of these keys for nothing but a version before it, the earliest version first."""
        mine = (parked.c.group == self._group) & parked.c.key.in_(list(keys)) & (parked.c.reason == Reason.GAP)
        ordered = select(parked).where(mine).order_by(parked.c.version, parked.c.offset).limit(MOST_EARLY)
        return [record_of(row) for row in await session.execute(ordered)]

    async def standing(self, session: AsyncSession) -> set[Place]:
        """The partitions that stand still at a record without a readable key."""
        mine = (parked.c.group == self._group) & parked.c.key.is_(None)
        return {(topic, number) for topic, number in await session.execute(_places().where(mine))}

    async def waiting(self, session: AsyncSession) -> Waiting:
        """How much waits; stuck is what no repetition has helped so far."""
        stuck = parked.c.reason.in_([Reason.UNREADABLE, Reason.GAP]) | (parked.c.attempts >= 3)  # noqa: PLR2004 -- 7 s
        each = func.count(sa.distinct(sa.tuple_(parked.c.topic, func.coalesce(parked.c.key, ""))))
        still = func.count().filter(parked.c.key.is_(None))
        counted = select(func.count(), each, still, func.count().filter(stuck)).where(parked.c.group == self._group)
        return Waiting(*(await session.execute(counted)).one())

    def at(self, record: Record) -> Any:
        """The row of a record."""
        place = (parked.c.topic == record.topic) & (parked.c.partition == record.partition)
        return (parked.c.group == self._group) & place & (parked.c.offset == record.offset)

    def _row(self, aside: Aside) -> dict[str, object]:
        record = aside.record
        place = dict(zip(("group", "topic", "partition", "offset"), (self._group, *record[:3]), strict=True))
        about = {"reason": aside.reason, "error": aside.error[:LONGEST_ERROR], "version": aside.version, "attempts": 0}
        headers = {
            _packed(name.encode(errors="surrogateescape")): value and _packed(value)
            for name, value in record.headers.items()
        }
        return {**place, **about, "key": key_of(record), "headers": headers, "body": record.body}


def record_of(row: Any) -> Record:
    """The record as Kafka gave it."""
    headers = {
        _unpacked(name).decode(errors="surrogateescape"): _unpacked(value) for name, value in row.headers.items()
    }
    key = None if row.key is None else row.key.encode()
    return Record(row.topic, row.partition, row.offset, key, headers, row.body)


def _places() -> Any:
    return select(parked.c.topic, parked.c.partition)


def _packed(value: bytes) -> str:
    """A header's value as a text that PostgreSQL can keep, whatever bytes it has."""
    try:
        plain = value.decode()
    except UnicodeDecodeError:
        plain = "\0"
    return ENCODED + base64.b64encode(value).decode() if "\0" in plain or plain.startswith(ENCODED) else plain


def _unpacked(value: str | None) -> bytes:
    if value is None:
        return b""
    encoded = value.removeprefix(ENCODED)
    return value.encode() if encoded == value else base64.b64decode(encoded)
