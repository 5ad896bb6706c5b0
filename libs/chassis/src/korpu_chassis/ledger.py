"""What a group of readers has written down: what it heard, where it stands, and what it has put aside."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import delete, func, insert, select, text, update
from sqlalchemy.ext.asyncio import AsyncSession

from korpu_chassis.kafka import Place, Record
from korpu_chassis.messages import Incoming, consumer_offset, parked

LONGEST_WAIT = 300
LONGEST_ERROR = 500

_GUARD = text("SET LOCAL idle_in_transaction_session_timeout = '15s'")
_BEGIN = text("""
    INSERT INTO consumer_offset ("group", topic, partition, next_offset)
    SELECT :group, p.topic, p.partition, 0
    FROM unnest(CAST(:topics AS text[]), CAST(:partitions AS int[])) AS p(topic, partition)
    ON CONFLICT DO NOTHING
""")
_MOVE = text("""
    UPDATE consumer_offset AS o SET next_offset = m.there
    FROM unnest(CAST(:topics AS text[]), CAST(:partitions AS int[]), CAST(:here AS bigint[]), CAST(:there AS bigint[]))
        AS m(topic, partition, here, there)
    WHERE o."group" = :group AND o.topic = m.topic AND o.partition = m.partition AND o.next_offset = m.here
""")
_HEAR = text("""
    INSERT INTO inbox ("group", id) SELECT :group, i FROM unnest(CAST(:ids AS uuid[])) AS i
    ON CONFLICT DO NOTHING RETURNING id
""")
_DUE = text("""
    SELECT * FROM parked AS p
    WHERE p."group" = :group AND p.next_try_at <= clock_timestamp()
        AND (p.topic, p.partition) IN (
            SELECT * FROM unnest(CAST(:topics AS text[]), CAST(:partitions AS int[]))
        )
        AND NOT EXISTS (
            SELECT FROM parked AS q
            WHERE q."group" = p."group" AND q.topic = p.topic AND q.key = p.key AND q."offset" < p."offset"
        )
    ORDER BY p.next_try_at, p."offset" LIMIT 1 FOR UPDATE
""")


class Fenced(Exception):
    """Another reader of the group has gone on from here: what was done in this transaction must not count."""


class Ledger:
    """One group's books in its service's own database; the caller's transaction commits them with the effects."""

    def __init__(self, group: str) -> None:
        self._group = group

    async def places(self, session: AsyncSession, wanted: Iterable[Place]) -> dict[Place, int]:
        """Where to read on; a partition never read before starts at its beginning."""
        topics, partitions = _apart(wanted)
        await session.execute(_BEGIN, {"group": self._group, "topics": topics, "partitions": partitions})
        books = consumer_offset.c
        rows = await session.execute(
            select(books.topic, books.partition, books.next_offset).where(
                books.group == self._group, books.topic.in_(topics)
            )
        )
        return {(topic, partition): offset for topic, partition, offset in rows}

    async def move(self, session: AsyncSession, moves: Mapping[Place, tuple[int, int]]) -> None:
        """Go on from here to there, and raise Fenced if the group is no longer here.

        A reader that is frozen in the middle loses its session, so that its locks do not hold up the next one.
        """
        topics, partitions = _apart(moves)
        here, there = [each[0] for each in moves.values()], [each[1] for each in moves.values()]
        await session.execute(_GUARD)
        names = {"group": self._group, "topics": topics, "partitions": partitions, "here": here, "there": there}
        moved: Any = await session.execute(_MOVE, names)
        if moved.rowcount != len(moves):
            raise Fenced

    async def hear(self, session: AsyncSession, messages: Sequence[Incoming]) -> list[Incoming]:
        """Write down what is heard, and give what was not heard before, each once."""
        first = {message.id: message for message in reversed(messages)}
        names = {"group": self._group, "ids": list(first)}
        fresh: set[UUID] = set((await session.execute(_HEAR, names)).scalars())
        return [message for message in messages if message.id in fresh and first[message.id] is message]

    async def waiting_keys(self, session: AsyncSession, keys: Iterable[str]) -> set[tuple[str, str]]:
        """Which of these keys have messages put aside, by topic."""
        where = (parked.c.group == self._group) & parked.c.key.in_(list(keys))
        rows = await session.execute(select(parked.c.topic, parked.c.key).where(where).distinct())
        return {(topic, key) for topic, key in rows}

    async def park(self, session: AsyncSession, records: Sequence[Record], error: str) -> None:
        """Put messages aside, to be tried again in their order."""
        rows = [
            {
                **dict(zip(("group", "topic", "partition", "offset"), (self._group, *record[:3]), strict=True)),
                "key": (record.key or b"").decode(),
                "headers": {name: value.decode() for name, value in record.headers.items()},
                "body": record.body,
                "error": error[:LONGEST_ERROR],
                "attempts": 0,
            }
            for record in records
        ]
        if rows:
            await session.execute(insert(parked), rows)

    async def due(self, session: AsyncSession, places: Iterable[Place]) -> tuple[Record, int] | None:
        """Take a message that is to be tried again, always the first of its key, with the number of trials so far."""
        topics, partitions = _apart(places)
        names = {"group": self._group, "topics": topics, "partitions": partitions}
        row = (await session.execute(_DUE, names)).one_or_none()
        if row is None:
            return None
        headers = {name: value.encode() for name, value in row.headers.items()}
        return Record(row.topic, row.partition, row.offset, row.key.encode(), headers, row.body), row.attempts

    async def release(self, session: AsyncSession, record: Record) -> None:
        """Take a message back that has been handled at last."""
        await session.execute(delete(parked).where(self._is(record)))

    async def postpone(self, session: AsyncSession, record: Record, attempts: int, error: str) -> None:
        """Try again later, each time after twice as long."""
        wait = func.make_interval(0, 0, 0, 0, 0, 0, min(2**attempts, LONGEST_WAIT))
        later = {"attempts": attempts + 1, "error": error[:LONGEST_ERROR], "next_try_at": func.clock_timestamp() + wait}
        await session.execute(update(parked).where(self._is(record)).values(later))

    async def put_aside(self, session: AsyncSession) -> int:
        """How many messages wait to be tried again."""
        counted = select(func.count()).select_from(parked).where(parked.c.group == self._group)
        return int((await session.execute(counted)).scalar_one())

    def _is(self, record: Record) -> Any:
        books = parked.c
        place = (books.topic == record.topic) & (books.partition == record.partition)
        return (books.group == self._group) & place & (books.offset == record.offset)


def _apart(places: Iterable[Place]) -> tuple[list[str], list[int]]:
    each = list(places)
    return [topic for topic, _ in each], [partition for _, partition in each]
