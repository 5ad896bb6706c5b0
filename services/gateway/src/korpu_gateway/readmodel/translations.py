"""The translator's list: the gaps that a caller may see, first those that the public meets."""

# ruff: noqa: S608 -- the SQL is made of declared names; whatever a caller says is a parameter

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import asyncpg
import orjson

from korpu_chassis.i18n.text import LANGUAGES
from korpu_chassis.identity.access_tokens import Principal
from korpu_gateway.readmodel.gaps import text_at
from korpu_gateway.reads.fields import ReadField
from korpu_gateway.reads.kinds import KINDS, Kind
from korpu_gateway.reads.loaders import Edge, Page, PageInfo, Statement
from korpu_gateway.reads.permissions import everything, grants, nothing, readable
from korpu_gateway.reads.refused import NotACursor

PROMISED = ("az", "en")
"""What the public sees is promised in these languages; the others are welcome."""
IS_PROMISED = f"public AND language IN {PROMISED}"
LONGEST_CURSOR = 300


@dataclass(frozen=True)
class Wanted:
    """Which gaps are asked for, and whether the oldest come first whatever the public is promised."""

    languages: Sequence[str] | None = None
    states: Sequence[str] | None = None
    kinds: Sequence[str] | None = None
    units: Sequence[str] | None = None
    ids: Sequence[UUID | None] | None = None
    promised: bool | None = None
    by_age: bool = False
    descending: bool = False


@dataclass(frozen=True)
class Total:
    """How many texts want one language."""

    language: str
    missing: int
    outdated: int
    promised: int


@dataclass(frozen=True)
class Found:
    """One gap with the words that are there."""

    kind: str
    id: UUID
    field: str
    part: str | None
    language: str
    state: str
    since: datetime
    public: bool
    code: str
    text: Mapping[str, Any]

    @property
    def promised(self) -> bool:
        """Whether the public sees the text and is promised this language."""
        return self.public and self.language in PROMISED

    def words(self, language: str) -> Mapping[str, Any]:
        """What stands in a language."""
        held: Mapping[str, Any] = self.text["texts"].get(language) or {}
        return held


class Translations:
    """Looks for gaps under the permissions of a caller: the rows of each kind, and the fields of its type."""

    def __init__(self, pool: asyncpg.Pool, principal: Principal) -> None:
        self._pool = pool
        self._principal = principal
        self._granted = grants(principal)

    async def page(self, wanted: Wanted, first: int, after: str | None) -> Page:
        """The gaps after a place, in order."""
        if after is not None and ("\0" in after or len(after) > LONGEST_CURSOR):
            raise NotACursor
        statement = Statement(self._principal)
        listed = self._listed(wanted, statement)
        then, direction = ("<", "DESC") if wanted.descending else (">", "ASC")
        beyond = f"WHERE g.k {then} {statement.bind(after, 'text')}" if after is not None else ""
        rows = await self._pool.fetch(
            f"SELECT * FROM ({listed}) g {beyond} ORDER BY g.k {direction} LIMIT {first + 1}", *statement.parameters
        )
        edges = [Edge(_found(row), row["k"]) for row in rows[:first]]  # type: ignore[arg-type]  # not a document

        async def count() -> int:
            counting = Statement(self._principal)
            asked = f"SELECT count(*) FROM ({self._listed(wanted, counting)}) g"
            counted: int = await self._pool.fetchval(asked, *counting.parameters)
            return counted

        ends = (edges[0].cursor, edges[-1].cursor) if edges else (None, None)
        return Page(edges, PageInfo(len(rows) > first, after is not None, *ends), count)

    async def totals(self, wanted: Wanted) -> list[Total]:
        """How many texts want each language, the languages in the order of preference; all of them, also with none."""
        statement = Statement(self._principal)
        counted = ", ".join(
            f"count(*) FILTER (WHERE {which}) AS {name}"
            for name, which in (
                ("missing", "state = 'missing'"),
                ("outdated", "state = 'outdated'"),
                ("promised", IS_PROMISED),
            )
        )
        asked = f"SELECT language, {counted} FROM ({self._listed(wanted, statement)}) g GROUP BY language"
        found = {row["language"]: Total(*row) for row in await self._pool.fetch(asked, *statement.parameters)}
        return [
            found.get(each, Total(each, 0, 0, 0))
            for each in LANGUAGES
            if wanted.languages is None or each in wanted.languages
        ]

    def _listed(self, wanted: Wanted, statement: Statement) -> str:
        conditions = " AND ".join(["TRUE", *_conditions(wanted, statement)])
        kinds = [kind for kind in KINDS.values() if wanted.kinds is None or kind.name in wanted.kinds]
        if not kinds:
            kinds, conditions = [next(iter(KINDS.values()))], f"{conditions} AND FALSE"
        each = " UNION ALL ".join(self._of(kind, conditions, statement) for kind in kinds)
        kept = "" if wanted.promised is None else f"WHERE ({IS_PROMISED}) = {str(wanted.promised).upper()}"
        rank = "''" if wanted.by_age else f"CASE WHEN {IS_PROMISED} THEN '0' WHEN public THEN '1' ELSE '2' END"
        key = (
            f"({rank} || to_char(since AT TIME ZONE 'UTC', 'YYYYMMDDHH24MISSUS')"
            " || kind || '|' || id || '|' || field || '|' || part || '|' || language)"
        )
        return f'SELECT *, {key} COLLATE "C" AS k FROM ({each}) e {kept}'

    def _of(self, kind: Kind, conditions: str, statement: Statement) -> str:
        rows = readable(kind.readers, self._granted).sql("d", statement.bind)
        public = readable(kind.readers, frozenset()).sql("d", statement.bind)
        return (
            f"SELECT t.*, d.doc, ({public} AND {_seen(kind, frozenset(), statement)}) AS public"
            f" FROM gap t JOIN {kind.name} d ON d.id = t.id WHERE t.kind = '{kind.name}'"
            f" AND {rows} AND {_seen(kind, self._granted, statement)} AND {conditions}"
        )


def _conditions(wanted: Wanted, statement: Statement) -> Iterator[str]:
    asked = (
        ("t.language", wanted.languages, "text[]"),
        ("t.state", wanted.states, "text[]"),
        ("d.unit", wanted.units, "text[]"),
        ("t.id", wanted.ids, "uuid[]"),
    )
    for column, values, type_ in asked:
        if values is not None:
            yield f"{column} = ANY({statement.bind(list(values), type_)})"


def _seen(kind: Kind, granted: frozenset[str], statement: Statement) -> str:
    """Whether the field of a gap is shown: what the type does not show, nobody sees here."""
    cases = []
    for declared in kind.shown.__strawberry_definition__.fields:  # type: ignore[attr-defined]
        path = getattr(declared.source, "path", None) if isinstance(declared, ReadField) else None
        shown = declared.shown_to(granted) if path else nothing
        if path and shown is not nothing:
            said = "TRUE" if shown is everything else shown.sql("d", statement.bind)
            cases.append(f"WHEN '{path[0]}' THEN {said}")
    return f"CASE t.field {' '.join(cases)} ELSE FALSE END"


def _found(row: asyncpg.Record) -> Found:
    document = orjson.loads(row["doc"])
    return Found(
        row["kind"],
        row["id"],
        row["field"],
        row["part"] or None,
        row["language"],
        row["state"],
        row["since"],
        row["public"],
        document["code"],
        text_at(document, row["field"], row["part"]),
    )
