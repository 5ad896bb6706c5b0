"""What is said and not yet sent: messages wait in a table of the transaction that they belong to."""

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncSession

from korpu_chassis.database.grants import APPEND, GRANTS
from korpu_chassis.database.metadata import metadata
from korpu_chassis.messaging.envelope import LARGEST_BODY, Outgoing
from korpu_chassis.refusals import Refusal

outbox = sa.Table(
    "outbox",
    metadata,
    sa.Column("seq", sa.BigInteger, sa.Identity(), primary_key=True),
    sa.Column("id", sa.Uuid, nullable=False, unique=True),
    sa.Column("topic", sa.Text, nullable=False),
    sa.Column("key", sa.Text, nullable=False),
    sa.Column("type", sa.Text, nullable=False),
    sa.Column("headers", JSONB, nullable=False),
    sa.Column("body", sa.LargeBinary, nullable=False),
    sa.Column("at", sa.DateTime(timezone=True), nullable=False, server_default=sa.func.now()),
    sa.Column("sent_at", sa.DateTime(timezone=True)),
    sa.Column("epoch", sa.Integer, nullable=False, server_default="0"),
    info={GRANTS: f"{APPEND}, UPDATE (sent_at)"},
)
sa.Index("outbox_key", outbox.c.key, outbox.c.seq)
sa.Index("outbox_unsent", outbox.c.seq, postgresql_where=outbox.c.sent_at.is_(None))

epoch = sa.Table(
    "epoch",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("at", sa.DateTime(timezone=True), nullable=False, server_default=sa.func.now()),
)
current_epoch = sa.select(sa.func.coalesce(sa.func.max(epoch.c.number), 0)).scalar_subquery()
"""How often this database was restored to an earlier moment; what is said now carries it."""


class TooMuchToSay(Refusal):
    """What is kept of one thing fits into one message."""

    code = "record-too-large"
    text = {
        "az": "Qeyd çox böyüyüb: ən çoxu {kilobytes} KB. Mətnləri qısaldın.",
        "en": "The record has grown too large: {kilobytes} KB at most. Shorten its texts.",
        "ru": "Запись слишком велика: не более {kilobytes} КБ. Сократите тексты.",
        "de": "Der Eintrag ist zu groß geworden: höchstens {kilobytes} KB. Kürzen Sie seine Texte.",
        "fr": "La fiche est devenue trop grande : {kilobytes} Ko au plus. Abrégez ses textes.",
    }


_POST = sa.insert(outbox).values(epoch=current_epoch)
_POST_ONE = _POST.returning(outbox.c.epoch, sa.func.pg_notify("outbox", ""))
_WAKE = sa.select(current_epoch, sa.func.pg_notify("outbox", ""))


async def post(session: AsyncSession | AsyncConnection, *messages: Outgoing) -> int:
    """Put messages into the outbox, wake the relay at commit, and say in which epoch they are said.

    The caller holds the aggregates' locks and commits.
    """
    connection = await session.connection() if isinstance(session, AsyncSession) else session
    rows = [_row(outgoing) for outgoing in messages]
    # Rows are parameters, never values of the statement, which would be compiled anew each time.
    if len(rows) == 1:
        return int((await connection.execute(_POST_ONE, rows[0])).scalar_one())
    await connection.execute(_POST, rows)
    return int((await connection.execute(_WAKE)).scalar_one())


def _row(outgoing: Outgoing) -> dict[str, object]:
    packed = outgoing.packed()
    if len(packed.value) > LARGEST_BODY:
        raise TooMuchToSay(kilobytes=LARGEST_BODY // 1000)
    return {
        "id": outgoing.id,
        "topic": outgoing.topic,
        "key": str(outgoing.subject),
        "type": outgoing.type,
        "headers": {name: value.decode() for name, value in packed.headers.items()},
        "body": packed.value,
    }


async def epoch_now(session: AsyncSession) -> int:
    """The epoch in which this database is."""
    return int((await session.execute(sa.select(current_epoch))).scalar_one())
