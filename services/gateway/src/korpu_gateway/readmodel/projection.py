"""The projection: what is heard becomes documents and history, and who waits for a document is told at commit."""

from collections.abc import Sequence
from typing import Any

import orjson
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncSession

from korpu_chassis.messaging.envelope import Incoming
from korpu_chassis.observability.tracing import trace_id_of
from korpu_gateway.readmodel.documents import document, packed
from korpu_gateway.readmodel.gap_store import keep_gaps
from korpu_gateway.readmodel.tasks import keep_tasks
from korpu_gateway.reads.kinds import Kind
from korpu_gateway.types import KINDS

CHANNEL = "documents"
LONGEST_TRACE = 55

_KEEP = """
    INSERT INTO {kind} AS held (id, epoch, version, doc, valid_from)
    SELECT id, epoch, version, doc::jsonb, valid_from
    FROM unnest($1::uuid[], $2::integer[], $3::integer[], $4::text[], $5::timestamptz[])
        AS said (id, epoch, version, doc, valid_from)
    ON CONFLICT (id) DO UPDATE SET
        epoch = excluded.epoch, version = excluded.version, doc = excluded.doc, valid_from = excluded.valid_from
    WHERE (held.epoch, held.version) <= (excluded.epoch, excluded.version)
"""
_REMEMBER = """
    WITH said AS (
        SELECT * FROM unnest(
            $1::uuid[], $2::integer[], $3::integer[], $4::text[], $5::timestamptz[],
            $6::text[], $7::text[], $8::text[], $9::uuid[], $10::text[]
        ) AS said (id, epoch, version, doc, valid_from, fact, change, actor, correlation_id, traceparent)
    ), told AS (
        INSERT INTO history (kind, id, epoch, version, doc, valid_from, fact, change, actor, correlation_id)
        SELECT '{kind}', id, epoch, version, doc::jsonb, valid_from, fact, change::jsonb, actor, correlation_id
        FROM said
        ON CONFLICT DO NOTHING
        RETURNING id, epoch, version
    )
    SELECT pg_notify('{channel}', '{kind}:' || id || ':' || epoch || ':' || version || coalesce(':' || traceparent, ''))
    FROM told JOIN said USING (id, epoch, version) ORDER BY id, epoch, version
"""
_CLOSE = """
    UPDATE history AS held SET valid_to = said.next
    FROM (
        SELECT ctid AS place, valid_to, lead(valid_from) OVER (PARTITION BY id ORDER BY epoch, version) AS next
        FROM history WHERE kind = '{kind}' AND id = ANY($1::uuid[])
    ) AS said
    WHERE held.ctid = said.place AND said.valid_to IS DISTINCT FROM said.next
"""
"""Rows are met again where they lie: of a kind that is new PostgreSQL thinks that it has none, and would search all."""

TOPICS = {topic: kind for kind in KINDS.values() for topic in kind.topics}


async def project(messages: Sequence[Incoming], session: AsyncSession) -> None:
    """Keep what these messages tell; a message heard again, or late, changes nothing that is newer."""
    connection = await session.connection()
    for topic in dict.fromkeys(message.topic for message in messages):
        await _project(connection, TOPICS[topic], [message for message in messages if message.topic == topic])


async def _project(connection: AsyncConnection, kind: Kind, messages: Sequence[Incoming]) -> None:
    rows = {(message.subject, message.order): _row(kind, message) for message in messages}
    last = {row[0]: row for _, row in sorted(rows.items())}
    await _run(connection, _KEEP.format(kind=kind.name), [row[:5] for row in last.values()])
    await keep_gaps(connection, kind, [(*row[:3], orjson.loads(row[3])) for row in last.values()])
    told = {(each.subject, each.order): each for each in messages}
    versions = [(each.subject, each.epoch, each.version, each.state) for _, each in sorted(told.items())]
    await keep_tasks(connection, kind.name, versions)
    await _run(connection, _REMEMBER.format(kind=kind.name, channel=CHANNEL), list(rows.values()))
    await connection.exec_driver_sql(_CLOSE.format(kind=kind.name), (list(last),))


def _row(kind: Kind, message: Incoming) -> tuple[Any, ...]:
    return (
        message.subject,
        message.epoch,
        message.version,
        packed(document(kind, message.state)),
        message.time,
        message.fact,
        orjson.dumps(message.change).decode(),
        message.attributes.get("actor"),
        message.correlation_id,
        _traceparent(message),
    )


def _traceparent(message: Incoming) -> str | None:
    """The trace in which the message was said, without what a later version of the format may add."""
    given: str = message.trace.get("traceparent", "")
    return given[:LONGEST_TRACE] if trace_id_of(given) else None


async def _run(connection: AsyncConnection, statement: str, rows: Sequence[tuple[Any, ...]]) -> None:
    await connection.exec_driver_sql(statement, tuple(list(column) for column in zip(*rows, strict=True)))
