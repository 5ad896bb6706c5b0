"""Stories: what a thing came out of, what came out of it, and everything that was said of them, in order."""

# ruff: noqa: S608 -- the SQL is made of declared names; whatever a caller says is a parameter

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import asyncpg
import orjson

from korpu_chassis.identity.access_tokens import Principal
from korpu_gateway.reads.kinds import KINDS, Kind
from korpu_gateway.reads.loaders import Statement
from korpu_gateway.reads.permissions import INSIDE, grants, readable

MOST_THINGS = 500
LONGEST_CHAIN = 12


@dataclass(frozen=True)
class Entry:
    """One fact of a story: what was said of which thing, when and by whom."""

    at: datetime
    fact: str
    kind: str
    id: UUID
    version: int
    correlation_id: UUID | None
    actor: str | None
    change: Mapping[str, Any]


class Story:
    """Follows the links between things, as far as a caller may see."""

    def __init__(self, pool: asyncpg.Pool, principal: Principal) -> None:
        self._pool = pool
        self._principal = principal
        self._granted = grants(principal)

    async def of(self, kind: str, id: UUID) -> list[Entry] | None:
        """The story of a thing, oldest fact first; nothing when the caller may not read the thing."""
        start = await self._seen([id], [KINDS[kind]])
        if not start:
            return None
        things = dict(start)
        for step in (self._causes, self._effects):
            await self._follow(step, start, things)
        entries = [entry for each in KINDS.values() for entry in await self._said(each, things)]
        order = {id: place for place, id in enumerate(things)}
        return sorted(entries, key=lambda entry: (entry.at, entry.version > 1, order[entry.id], entry.version))

    async def _follow(self, step: Any, start: Mapping[UUID, str], things: dict[UUID, str]) -> None:
        frontier = start
        for _ in range(LONGEST_CHAIN):
            found = await self._seen(await step(frontier), KINDS.values())
            frontier = {id: kind for id, kind in found.items() if id not in things}
            things.update(frontier)
            if not frontier or len(things) > MOST_THINGS:
                return

    async def _causes(self, things: Mapping[UUID, str]) -> set[UUID]:
        """What these things came out of."""
        found: set[UUID] = set()
        for kind, ids in _by_kind(things):
            for column in kind.came_of:
                found |= await self._ids(f"SELECT {column} FROM {kind.name} WHERE id = ANY($1::uuid[])", ids)
        for kind in KINDS.values():
            for column in kind.led_to:
                found |= await self._ids(f"SELECT id FROM {kind.name} WHERE {column} && $1::uuid[]", things)
        return found

    async def _effects(self, things: Mapping[UUID, str]) -> set[UUID]:
        """What came out of these things."""
        found: set[UUID] = set()
        for kind, ids in _by_kind(things):
            for column in kind.led_to:
                found |= await self._ids(f"SELECT unnest({column}) FROM {kind.name} WHERE id = ANY($1::uuid[])", ids)
        for kind in KINDS.values():
            for column in kind.came_of:
                found |= await self._ids(f"SELECT id FROM {kind.name} WHERE {column} = ANY($1::uuid[])", things)
        return found

    async def _ids(self, statement: str, ids: Iterable[UUID]) -> set[UUID]:
        return {row[0] for row in await self._pool.fetch(f"{statement} LIMIT {MOST_THINGS}", list(ids)) if row[0]}

    async def _seen(self, ids: Iterable[UUID], kinds: Iterable[Kind]) -> dict[UUID, str]:
        """Those of the things that the caller may read now, with their kinds."""
        wanted = list(ids)
        if not wanted:
            return {}
        statement = Statement(self._principal, wanted)
        looks = [
            f"SELECT '{kind.name}' AS kind, d.id FROM {kind.name} d WHERE d.id = ANY($1::uuid[])"
            f" AND {readable(kind.readers, self._granted).sql('d', statement.bind)}"
            for kind in kinds
        ]
        rows = await self._pool.fetch(" UNION ALL ".join(looks), *statement.parameters)
        return {row["id"]: row["kind"] for row in rows}

    async def _said(self, kind: Kind, things: Mapping[UUID, str]) -> list[Entry]:
        """What was said of things of a kind, where the caller might have read it then."""
        ids = [id for id, of in things.items() if of == kind.name]
        if not ids:
            return []
        statement = Statement(self._principal, ids)
        seen = readable(kind.readers, self._granted).sql("h", statement.bind)
        inside = readable(INSIDE, self._granted).sql("h", statement.bind)
        rows = await self._pool.fetch(
            f"SELECT h.*, {inside} AS inside FROM (SELECT id, version, fact, change::text AS said, valid_from,"
            f" actor AS by, correlation_id, {kind.computed()} FROM history"
            f" WHERE kind = '{kind.name}' AND id = ANY($1::uuid[])) h WHERE {seen}",
            *statement.parameters,
        )
        return [_entry(kind, row) for row in rows]


def _entry(kind: Kind, row: asyncpg.Record) -> Entry:
    inside = bool(row["inside"])
    return Entry(
        at=row["valid_from"],
        fact=row["fact"],
        kind=kind.name,
        id=row["id"],
        version=row["version"],
        correlation_id=row["correlation_id"] if inside else None,
        actor=row["by"] if inside else None,
        change=orjson.loads(row["said"]) if inside else {},
    )


def _by_kind(things: Mapping[UUID, str]) -> Iterable[tuple[Kind, list[UUID]]]:
    for name in dict.fromkeys(things.values()):
        yield KINDS[name], [id for id, kind in things.items() if kind == name]
