"""What a group of readers has written down: what it has handled, and where it stands."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncSession

from korpu_chassis.database.metadata import metadata
from korpu_chassis.messaging.envelope import Incoming
from korpu_chassis.messaging.kafka import Place

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
# What differs from its owner (see reconciliation) is taken again although it was heard: effects are guarded by version.
_HEAR = text("""
    WITH said AS (
        SELECT * FROM unnest(CAST(:ids AS uuid[]), CAST(:topics AS text[]), CAST(:keys AS text[])) AS s(id, topic, key)
    ), new AS (
        INSERT INTO inbox ("group", id) SELECT :group, id FROM said ON CONFLICT DO NOTHING RETURNING id
    )
    SELECT id FROM new UNION SELECT said.id FROM said JOIN reconciliation_difference USING (topic, key)
""")


class Fenced(Exception):
    """Another reader of the group has gone on from here: what was done in this transaction must not count."""


def _apart(places: Iterable[Place]) -> tuple[list[str], list[int]]:
    each = list(places)
    return [topic for topic, _ in each], [partition for _, partition in each]


consumer_offset = sa.Table(
    "consumer_offset",
    metadata,
    sa.Column("group", sa.Text, primary_key=True),
    sa.Column("topic", sa.Text, primary_key=True),
    sa.Column("partition", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("next_offset", sa.BigInteger, nullable=False),
)


class Inbox:
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

    async def handle(self, session: AsyncSession, messages: Sequence[Incoming]) -> list[Incoming]:
        """Write down what is heard, and give what was not heard before, or is wanted again, each once."""
        first = {message.id: message for message in reversed(messages)}
        said = {"topics": [each.topic for each in first.values()], "keys": [each.key for each in first.values()]}
        names = {"group": self._group, "ids": list(first), **said}
        fresh: set[UUID] = set((await session.execute(_HEAR, names)).scalars())
        return [message for message in messages if message.id in fresh and first[message.id] is message]


inbox = sa.Table(
    "inbox",
    metadata,
    sa.Column("group", sa.Text, primary_key=True),
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("at", sa.DateTime(timezone=True), nullable=False, server_default=sa.func.now()),
    sa.Column("digest", sa.LargeBinary),
)


async def purge(session: AsyncSession | AsyncConnection, before: datetime) -> None:
    """Forget what was heard before this instant; what was said is kept, to be said again. The caller commits."""
    connection = await session.connection() if isinstance(session, AsyncSession) else session
    await connection.execute(sa.delete(inbox).where(inbox.c.at < before))
