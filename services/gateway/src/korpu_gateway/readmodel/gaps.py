"""Gaps: which text of which thing lacks a language, or has one that follows an older original."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncConnection

from korpu_chassis.text import LANGUAGES

MISSING, OUTDATED = "missing", "outdated"
MADE_ONCE = frozenset({"paper"})
"""Kinds whose texts stay as they were made: nobody translates them."""
ONCE = ""
"""Stands for the part of a text of which a thing has one."""

_KEEP = """
    INSERT INTO gap AS held (kind, id, field, part, language, state, revision, version, since)
    SELECT '{kind}', id, field, part, language, state, revision, version, since
    FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::integer[], $7::integer[])
        AS said (id, field, part, language, state, revision, version)
    JOIN (SELECT d.id AS thing, d.version AS told, d.valid_from AS since FROM {kind} d) AS now
        ON now.thing = said.id AND now.told = said.version
    ON CONFLICT (kind, id, field, part, language) DO UPDATE SET
        since = CASE WHEN held.state = excluded.state AND held.revision = excluded.revision
            THEN held.since ELSE excluded.since END,
        state = excluded.state, revision = excluded.revision, version = excluded.version
"""
_CLOSE = """
    DELETE FROM gap USING {kind} d
    WHERE gap.kind = '{kind}' AND gap.id = ANY($1::uuid[]) AND d.id = gap.id AND gap.version < d.version
"""


class Gap(NamedTuple):
    """One language that one text of a thing wants."""

    field: str
    part: str
    language: str
    state: str
    revision: int


def texts_of(document: Mapping[str, Any]) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    """The multilingual texts of a thing: its own, and those of the members of its lists, by field and part."""
    for field, value in document.items():
        if _is_text(value):
            yield field, ONCE, value
        for part in value if isinstance(value, list) else ():
            for text in part.values() if isinstance(part, dict) else ():
                if _is_text(text):
                    yield field, str(part.get("id") or part.get("number")), text


def text_at(document: Mapping[str, Any], field: str, part: str) -> Mapping[str, Any]:
    """The text of a field and a part."""
    return next(text for name, place, text in texts_of(document) if (name, place) == (field, part))


def gaps_of(document: Mapping[str, Any]) -> Iterator[Gap]:
    """What the texts of a thing want."""
    for field, part, text in texts_of(document):
        for language in LANGUAGES:
            held = text["texts"].get(language)
            if held is None or held.get("revision", 0) < text["revision"]:
                yield Gap(field, part, language, OUTDATED if held else MISSING, text["revision"])


def _is_text(value: Any) -> bool:
    return isinstance(value, dict) and {"original", "revision", "texts"} <= value.keys()


async def keep_gaps(
    connection: AsyncConnection, kind: str, said: Sequence[tuple[UUID, int, Mapping[str, Any]]]
) -> None:
    """Note what these versions of things of a kind want; a version that is not the present one changes nothing."""
    rows = [
        (id, gap.field, gap.part, gap.language, gap.state, gap.revision, version)
        for id, version, document in said
        for gap in gaps_of(document)
        if kind not in MADE_ONCE
    ]
    if rows:
        columns = tuple(list(column) for column in zip(*rows, strict=True))
        await connection.exec_driver_sql(_KEEP.format(kind=kind), columns)
    await connection.exec_driver_sql(_CLOSE.format(kind=kind), ([id for id, _, _ in said],))
