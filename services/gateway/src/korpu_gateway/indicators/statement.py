"""The SQL of indicators: one statement for all that are asked, one pass over the documents of each kind."""

# ruff: noqa: S608 -- the SQL is made of declarations; whatever a caller says is a parameter

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from korpu_gateway.indicators.definitions import Beside, Dimension
from korpu_gateway.indicators.listed import static
from korpu_gateway.indicators.question import Asked
from korpu_gateway.reads.arguments import Bind
from korpu_gateway.reads.filters import kept
from korpu_gateway.reads.kinds import KINDS
from korpu_gateway.reads.permissions import everything, readable

OUTSIDE = re.compile(r"\b[ebdc]\.")
"""An expression on parts, on what stands beside or on an element is reckoned outside of the pass over documents."""
BESIDE = re.compile(r"\bb\.")
DOCUMENT = re.compile(r"\br\.(\w+)")
NAMED = re.compile(r"@(\w+)")
DAY = re.compile(r"(?<!:):(from|to|day|instant)\b")
PARTNER = """(SELECT o.id, o.country, k.known FROM {source} o, unnest(o.aliases || o.id) AS k(known)
    WHERE o.status <> 'merged')"""


@dataclass
class Pass:
    """One reading of the documents of a kind at an instant: what is taken out of each, and who needs it."""

    name: str
    kind: str
    instant: str
    taken: dict[str, str] = field(default_factory=dict)
    wanted: list[str] = field(default_factory=list)

    def take(self, expression: str) -> str:
        """The column that holds what this expression makes of a document."""
        known = self.taken.setdefault(expression, f"c{len(self.taken)}")
        return f"c.{known}"

    def keep(self, condition: str) -> str:
        """The column that says whether a document is kept; those that nobody keeps are left out."""
        self.wanted.append(condition)
        return self.take(condition)

    def sql(self) -> str:
        """The pass as a common table."""
        columns = "".join(f", ({sql}) AS {name}" for sql, name in self.taken.items())
        kept_ = " OR ".join(f"({each})" for each in self.wanted)
        return (
            f"{self.name} AS MATERIALIZED (SELECT r.id, r.version{columns}"
            f" FROM {KINDS[self.kind].source(self.instant)} r WHERE {kept_})"
        )


class Compiler:
    """Makes the statement of several questions; what the caller may not read is not counted."""

    def __init__(self, bind: Bind, granted: frozenset[str] | None, *, rows: bool = False) -> None:
        self._bind = bind
        self._granted = granted
        self._rows = rows
        self._passes: dict[tuple[str, datetime], Pass] = {}
        self._partners: dict[str, str] = {}
        self._besides: dict[str, str] = {}
        self._bound: dict[tuple[Any, str], str] = {}

    def statement(self, asked: Sequence[Asked]) -> str:
        """Rows of `place` (which question), `at` (codes), `value`, `things` behind it and their `rows` as JSON."""
        counted = " UNION ALL ".join(self._counted(place, each) for place, each in enumerate(asked))
        passes = [each.sql() for each in self._passes.values()]
        tables = [f"{name} AS MATERIALIZED {sql}" for sql, name in (*self._partners.items(), *self._besides.items())]
        return f"WITH {', '.join((*tables, *passes))} {counted}"

    def _value(self, value: Any, type_: str) -> str:
        key = (repr(value), type_)
        if key not in self._bound:
            self._bound[key] = self._bind(value, type_)
        return self._bound[key]

    def _pass(self, asked: Asked) -> Pass:
        at = asked.period.instant(asked.indicator.day)
        key = (asked.indicator.kind, at)
        if key not in self._passes:
            instant = self._value(at, "timestamptz")
            self._passes[key] = Pass(f"p{len(self._passes)}", asked.indicator.kind, instant)
        return self._passes[key]

    def _counted(self, place: int, asked: Asked) -> str:
        indicator, held = asked.indicator, self._pass(asked)
        joins, conditions = self._parts(asked, held)
        by = [*asked.by, *(each for each, _ in asked.filter if each not in asked.by)]
        codes: dict[Dimension, str] = {}
        for number, dimension in enumerate(by):
            join, codes[dimension] = self._code(dimension, number, asked, held)
            joins += join
        conditions += [f"{codes[each]} = ANY({self._value(given, 'text[]')})" for each, given in asked.filter]
        measured = self._measured(asked, held)
        places = ", e.place AS e" if indicator.parts else ""
        places += "".join(f", b{n}.place AS b{n}" for n, _ in enumerate(indicator.beside))
        at = "".join(f", {codes[each]} AS d{number}" for number, each in enumerate(asked.by))
        found = (
            f"SELECT DISTINCT c.id, c.version{places}{at}, ({measured}) AS m FROM {held.name} c {' '.join(joins)}"
            f" WHERE {' AND '.join(f'({each})' for each in conditions)}"
        )
        return self._cells(place, asked, found)

    def _cells(self, place: int, asked: Asked, found: str) -> str:
        names = [f"d{number}" for number, _ in enumerate(asked.by)]
        at = f"ARRAY[{', '.join(names)}]::text[]"
        written = f"""'{{"type":"{asked.indicator.kind}","id":"' || id || '","version":' || version || '}}'"""
        behind = f'({written}) COLLATE "C"'
        rows = f"string_agg(DISTINCT {behind}, ',' ORDER BY {behind})" if self._rows else "NULL::text"
        grouped = f" GROUP BY {', '.join(names)}" if names else ""
        return (
            f"(SELECT {place} AS place, {at} AS at, round({asked.indicator.measure.value}, 2) AS value,"
            f" count(DISTINCT id) AS things, {rows} AS rows FROM ({found}) found{grouped})"
        )

    def _parts(self, asked: Asked, held: Pass) -> tuple[list[str], list[str]]:
        """How parts and what stands beside are joined, and which documents and parts are counted."""
        indicator, joins = asked.indicator, []
        conditions = [held.keep(self._document(asked))]
        if indicator.parts:
            array = held.take(self._days(indicator.parts, asked))
            joins.append(f"CROSS JOIN LATERAL jsonb_array_elements({array}) WITH ORDINALITY AS e(value, place)")
        for number, beside in enumerate(indicator.beside):
            on = _beside(self._outside(beside.on, asked, held), number)
            joins.append(f"LEFT JOIN {self._beside(beside, asked, held)} b{number} ON {on}")
        if indicator.of_parts:
            conditions.append(_beside(self._outside(indicator.of_parts, asked, held)))
        return joins, conditions

    def _document(self, asked: Asked) -> str:
        kind = KINDS[asked.indicator.kind]
        conditions = kept(kind.filter, static(asked), "r", self._value_once)
        if self._granted is not None:
            seen = readable(kind.readers, self._granted)
            conditions += [seen.sql("r", self._value_once)] if seen is not everything else []
        if kind.merges:
            conditions.append("r.status <> 'merged'")
        if asked.indicator.also:
            conditions.append(self._days(asked.indicator.also, asked))
        return " AND ".join(f"({each})" for each in conditions) or "TRUE"

    def _value_once(self, value: Any, type_: str) -> str:
        return self._value(value, type_)

    def _code(self, dimension: Dimension, number: int, asked: Asked, held: Pass) -> tuple[list[str], str]:
        """How the elements of a dimension are joined, and its code in SQL."""
        joins, expression = [], dimension.expression
        if dimension.each:
            array = held.take(dimension.each)
            joins.append(f"LEFT JOIN LATERAL jsonb_array_elements({array}) AS x{number}(value) ON TRUE")
            expression = expression.replace("d.", f"x{number}.")
        else:
            expression = _beside(self._outside(expression, asked, held))
        if dimension.through is None:
            return joins, f"({expression})::text"
        partner = f"q{number}"
        joins.append(f"LEFT JOIN {self._partner(held.instant)} {partner} ON {partner}.known = ({expression})::uuid")
        if dimension.through == "country":
            return joins, f"{partner}.country"
        return joins, f"coalesce({partner}.id::text, ({expression})::text)"

    def _measured(self, asked: Asked, held: Pass) -> str:
        sql = asked.indicator.measured
        for name, expression in asked.indicator.reckoned.items():
            sql = sql.replace(f"[{name}]", held.take(self._days(expression, asked)))
        return _beside(self._outside(sql, asked, held))

    def _outside(self, expression: str, asked: Asked, held: Pass) -> str:
        """The expression where documents are counted; what is of the document alone is reckoned in the pass."""
        filled = self._days(expression, asked)
        if not OUTSIDE.search(filled):
            return held.take(filled)
        return DOCUMENT.sub(lambda found: held.take(found.group()), filled)

    def _days(self, sql: str, asked: Asked) -> str:
        days = {name[1:]: day for name, day in asked.period.days.items()}
        instant = asked.period.instant(asked.indicator.day)

        def filled(found: re.Match[str]) -> str:
            name = found.group(1)
            return self._value(instant, "timestamptz") if name == "instant" else self._day(days[name])

        return DAY.sub(filled, sql)

    def _day(self, day: date) -> str:
        return self._value(day.isoformat(), "text")

    def _partner(self, instant: str) -> str:
        sql = PARTNER.format(source=KINDS["organisation"].source(instant))
        return self._partners.setdefault(sql, f"partner{len(self._partners)}")

    def _beside(self, beside: Beside, asked: Asked, held: Pass) -> str:
        sql = NAMED.sub(lambda found: KINDS[found.group(1)].source(held.instant), self._days(beside.select, asked))
        numbered = f"(SELECT row_number() OVER () AS place, n.* FROM ({sql}) n)"
        return self._besides.setdefault(numbered, f"{beside.name}{len(self._besides)}")


def _beside(sql: str, number: int = 0) -> str:
    """The expression with the alias under which what stands beside is joined."""
    return BESIDE.sub(f"b{number}.", sql)
