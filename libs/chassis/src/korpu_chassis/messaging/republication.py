"""Republishing: what was said is said again out of the outbox, in its order, by the relay that leads."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession

from korpu_chassis.database.metadata import metadata
from korpu_chassis.messaging.outbox import outbox

republication = sa.Table(
    "republication",
    metadata,
    sa.Column("id", sa.BigInteger, sa.Identity(), primary_key=True),
    sa.Column("topic", sa.Text),
    sa.Column("key", sa.Text),
    sa.Column("reached", sa.BigInteger, nullable=False, server_default="0"),
    sa.Column("upto", sa.BigInteger, nullable=False),
    sa.Column("sent", sa.BigInteger, nullable=False, server_default="0"),
    sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False, server_default=sa.func.now()),
    sa.Column("done_at", sa.DateTime(timezone=True)),
)
CHANNEL = "republish"

ASKED = "SELECT id, topic, key, reached, upto FROM republication WHERE done_at IS NULL ORDER BY id LIMIT 1"
AGAIN = """
    SELECT seq, topic, key, headers, body, at, epoch FROM outbox
    WHERE seq > $1 AND seq <= $2 AND sent_at IS NOT NULL
        AND ($3::text IS NULL OR topic = $3) AND ($4::text IS NULL OR key = $4)
    ORDER BY seq LIMIT $5
"""
REACHED = "UPDATE republication SET reached = $2, sent = sent + $3 WHERE id = $1"
DONE = "UPDATE republication SET done_at = now() WHERE id = $1"


async def ask_again(session: AsyncSession, topic: str | None = None, key: UUID | None = None) -> int:
    """Ask the relay to say again all that was said until now: everything, one topic, or of one aggregate."""
    last = sa.select(sa.func.coalesce(sa.func.max(outbox.c.seq), 0)).scalar_subquery()
    wanted = sa.insert(republication).values(topic=topic, key=key and str(key), upto=last)
    asked = (await session.execute(wanted.returning(republication.c.id))).scalar_one()
    await session.execute(sa.select(sa.func.pg_notify(CHANNEL, "")))
    return int(asked)


async def how_far(session: AsyncSession, asked: int) -> tuple[int, bool]:
    """How many messages were said again by now, and whether that is all."""
    row = (await session.execute(sa.select(republication).where(republication.c.id == asked))).one()
    return row.sent, row.done_at is not None


def reached(rows: Sequence[Any], kept: Sequence[bool], before: int) -> tuple[int, int]:
    """Up to where all is acknowledged, and how many that are; what comes after is sent again, which does no harm."""
    whole = next((place for place, well in enumerate(kept) if not well), len(rows))
    return (rows[whole - 1]["seq"] if whole else before), whole
