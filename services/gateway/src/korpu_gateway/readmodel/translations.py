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
from korpu_gateway.readmodel.gap_readers import seen
from korpu_gateway.readmodel.gaps import text_at
from korpu_gateway.reads.kinds import KINDS
from korpu_gateway.reads.loaders import Edge, Page, PageInfo, Statement
from korpu_gateway.reads.permissions import grants
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
        then, direction = ("<", "DESC") if wanted.descending else (">", "ASC")
        key = "by_age" if wanted.by_age else "by_promise"
        beyond = f" AND t.{key} {then} {statement.bind(after, 'text')}" if after is not None else ""
        ordered = f"ORDER BY k {direction} LIMIT {first + 1}"
        found = [f"({each}{beyond} {ordered})" for each in self._of_each(wanted, statement, f"t.*, t.{key} AS k")]
        docs = " ".join(f"WHEN '{each}' THEN (SELECT d.doc::text FROM {each} d WHERE d.id = g.id)" for each in KINDS)
        rows = await self._pool.fetch(
            f"SELECT g.*, CASE g.kind {docs} END AS doc FROM (SELECT * FROM ({' UNION ALL '.join(found)}) u"
            f" {ordered}) g ORDER BY g.k {direction}",
            *statement.parameters,
        )
        edges = [Edge(_found(row), row["k"]) for row in rows[:first]]  # type: ignore[arg-type]  # not a document

        async def count() -> int:
            counting = Statement(self._principal)
            asked = " UNION ALL ".join(self._of_each(wanted, counting, "count(*) AS n"))
            counted: int = await self._pool.fetchval(f"SELECT sum(n)::bigint FROM ({asked}) g", *counting.parameters)
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
        listed = " UNION ALL ".join(self._of_each(wanted, statement, "t.language, t.state, t.public"))
        asked = f"SELECT language, {counted} FROM ({listed}) g GROUP BY language"
        found = {row["language"]: Total(*row) for row in await self._pool.fetch(asked, *statement.parameters)}
        return [
            found.get(each, Total(each, 0, 0, 0))
            for each in LANGUAGES
            if wanted.languages is None or each in wanted.languages
        ]

    def _of_each(self, wanted: Wanted, statement: Statement, what: str) -> list[str]:
        """For each kind what is wanted of its gaps that the caller sees; the thing is looked at where it must be."""
        conditions = "".join(f" AND {each}" for each in _conditions(wanted, statement))
        of_thing = wanted.units is not None
        asked = []
        for kind in (each for name, each in KINDS.items() if wanted.kinds is None or name in wanted.kinds):
            if told := seen(kind, self._granted, statement.bind):
                thing = f" JOIN {kind.name} d ON d.id = t.id" if told.of_thing or of_thing else ""
                asked.append(f"SELECT {what} FROM gap t{thing} WHERE t.kind = '{kind.name}' AND {told.sql}{conditions}")
        return asked or [f"SELECT {what} FROM gap t WHERE FALSE{conditions}".replace("d.unit", "NULL")]


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
    if wanted.promised is not None:
        yield f"(t.public AND t.language IN {PROMISED}) = {str(wanted.promised).upper()}"


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
