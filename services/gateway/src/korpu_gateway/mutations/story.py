"""The story to which a new thing belongs: that of the thing out of which it comes."""

from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

import asyncpg

from korpu_gateway.reads.kinds import KINDS

BYSTANDERS = frozenset({"organisation", "person"})
"""They take part in many stories; what names them does not come out of them."""

OTHERWISE = {"answers": "letter", "project": "joint_project"}
"""Ids that are called by what they are for, and not by their kind."""

PARTS = {"condition_id": ("agreement", "conditions")}
"""Ids of parts, with the kind and the list of the thing that holds them."""


async def story_of(pool: asyncpg.Pool, body: Mapping[str, Any]) -> str | None:
    """The correlation id of the first thing that an input names and that the read model knows."""
    for statement, id in _looks(body):
        if found := await pool.fetchval(statement, id):
            return str(found)
    return None


def _looks(body: Mapping[str, Any]) -> Iterator[tuple[str, UUID]]:
    for kind, id in _named(body):
        if kind in KINDS and kind not in BYSTANDERS:
            yield f"SELECT doc->>'correlation_id' FROM {kind} WHERE id = $1", id  # noqa: S608 -- a declared name
    for name, (kind, parts) in PARTS.items():
        part = _uuid(body.get(name))
        if part and kind in KINDS:
            held = f"doc->'{parts}' @> jsonb_build_array(jsonb_build_object('id', $1::uuid))"
            yield f"SELECT doc->>'correlation_id' FROM {kind} WHERE {held} LIMIT 1", part  # noqa: S608 -- declared


def _named(body: Mapping[str, Any]) -> Iterator[tuple[str, UUID]]:
    origin = body.get("origin") or {}
    named = [(name.removesuffix("_id"), given) for name, given in body.items() if name.endswith("_id")]
    for kind, given in ((origin.get("kind"), origin.get("id")), *named):
        if kind and (id := _uuid(given)):
            yield OTHERWISE.get(str(kind), str(kind)), id


def _uuid(given: object) -> UUID | None:
    try:
        return UUID(given) if isinstance(given, str) else None
    except ValueError:
        return None
