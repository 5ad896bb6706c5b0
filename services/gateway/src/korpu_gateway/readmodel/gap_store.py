"""Keeping the gaps: what a thing's texts want is written down with each version of it."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncConnection

from korpu_gateway.readmodel.gap_readers import public
from korpu_gateway.readmodel.gaps import MADE_ONCE, gaps_of
from korpu_gateway.reads.kinds import Kind

_KEEP = """
    INSERT INTO gap AS held (kind, id, field, part, language, state, revision, epoch, version, since, public)
    SELECT '{kind}', said.id, said.field, said.part, said.language, said.state, said.revision, said.epoch,
        said.version, d.valid_from, {public}
    FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::integer[], $7::integer[], $8::integer[])
        AS said (id, field, part, language, state, revision, epoch, version)
    JOIN {kind} d ON d.id = said.id AND (d.epoch, d.version) = (said.epoch, said.version)
    ON CONFLICT (kind, id, field, part, language) DO UPDATE SET
        since = CASE WHEN held.state = excluded.state AND held.revision = excluded.revision
            THEN held.since ELSE excluded.since END,
        state = excluded.state, revision = excluded.revision,
        epoch = excluded.epoch, version = excluded.version, public = excluded.public
"""
_CLOSE = """
    DELETE FROM gap USING {kind} d
    WHERE gap.kind = '{kind}' AND gap.id = ANY($1::uuid[]) AND d.id = gap.id
        AND (gap.epoch, gap.version) < (d.epoch, d.version)
"""


async def keep_gaps(
    connection: AsyncConnection, kind: Kind, said: Sequence[tuple[UUID, int, int, Mapping[str, Any]]]
) -> None:
    """Note what these versions of things of a kind want; a version that is not the present one changes nothing."""
    rows = [
        (id, gap.field, gap.part, gap.language, gap.state, gap.revision, epoch, version)
        for id, epoch, version, document in said
        for gap in gaps_of(document)
        if kind.name not in MADE_ONCE
    ]
    if rows:
        columns = tuple(list(column) for column in zip(*rows, strict=True))
        await connection.exec_driver_sql(_KEEP.format(kind=kind.name, public=public(kind)), columns)
    await connection.exec_driver_sql(_CLOSE.format(kind=kind.name), ([id for id, *_ in said],))
