"""Keeping the gaps: what a thing's texts want is written down with each version of it."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncConnection

from korpu_gateway.readmodel.gaps import MADE_ONCE, gaps_of

_KEEP = """
    INSERT INTO gap AS held (kind, id, field, part, language, state, revision, epoch, version, since)
    SELECT '{kind}', id, field, part, language, state, revision, epoch, version, since
    FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::integer[], $7::integer[], $8::integer[])
        AS said (id, field, part, language, state, revision, epoch, version)
    JOIN (SELECT d.id AS thing, d.epoch AS era, d.version AS told, d.valid_from AS since FROM {kind} d) AS now
        ON now.thing = said.id AND (now.era, now.told) = (said.epoch, said.version)
    ON CONFLICT (kind, id, field, part, language) DO UPDATE SET
        since = CASE WHEN held.state = excluded.state AND held.revision = excluded.revision
            THEN held.since ELSE excluded.since END,
        state = excluded.state, revision = excluded.revision,
        epoch = excluded.epoch, version = excluded.version
"""
_CLOSE = """
    DELETE FROM gap USING {kind} d
    WHERE gap.kind = '{kind}' AND gap.id = ANY($1::uuid[]) AND d.id = gap.id
        AND (gap.epoch, gap.version) < (d.epoch, d.version)
"""


async def keep_gaps(
    connection: AsyncConnection, kind: str, said: Sequence[tuple[UUID, int, int, Mapping[str, Any]]]
) -> None:
    """Note what these versions of things of a kind want; a version that is not the present one changes nothing."""
    rows = [
        (id, gap.field, gap.part, gap.language, gap.state, gap.revision, epoch, version)
        for id, epoch, version, document in said
        for gap in gaps_of(document)
        if kind not in MADE_ONCE
    ]
    if rows:
        columns = tuple(list(column) for column in zip(*rows, strict=True))
        await connection.exec_driver_sql(_KEEP.format(kind=kind), columns)
    await connection.exec_driver_sql(_CLOSE.format(kind=kind), ([id for id, *_ in said],))
