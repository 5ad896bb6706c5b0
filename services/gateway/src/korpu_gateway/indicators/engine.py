"""The engine: counts what is asked over `history`, all at one moment, and answers in one order."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

import asyncpg

from korpu_chassis.database.limits import Limits
from korpu_chassis.identity.access_tokens import Principal
from korpu_chassis.identity.caller_limits import Caller, Places
from korpu_gateway.indicators.definitions import Dimension, Indicator, indicators
from korpu_gateway.indicators.question import Asked
from korpu_gateway.indicators.refused import TooManyCells
from korpu_gateway.indicators.statement import Compiler
from korpu_gateway.readmodel.moment import one_moment
from korpu_gateway.readmodel.pool import ReadingPool
from korpu_gateway.reads.kinds import KINDS
from korpu_gateway.reads.loaders import Statement
from korpu_gateway.reads.permissions import everything, grants

COUNTING: Final = Limits("counting", lock=1, statement=20, idle=20, queue=8)
"""A report over ten years takes a few seconds; a question that takes longer than this is given up."""
MEMORY = "SELECT set_config('work_mem', '64MB', true)"
MOST_CELLS, MOST_ROWS = 10_000, 500_000
AT_ONCE, WAITING, EACH = 2, 12, 4
"""Questions that are counted at once, each on a core of the database, and how many may be there in all and of one."""
FEWEST = 5
"""Fewer people than this could be recognised by those who know the university."""


@dataclass(frozen=True)
class Cell:
    """One number: at which codes, how many things stand behind it, and which."""

    at: Mapping[Dimension, str | None]
    value: Decimal | None
    things: int
    rows: str = ""
    """The things behind the number, as JSON between commas."""


class Engine:
    """Counts indicators over the read model's history."""

    def __init__(self, at_once: int = AT_ONCE) -> None:
        self._places = Places("indicators", WAITING, strangers=EACH, each=EACH)
        self._turn = asyncio.Semaphore(at_once)

    async def count(
        self,
        pool: ReadingPool,
        asked: Sequence[Asked],
        principal: Principal = Principal.anonymous,
        granted: frozenset[str] | None = None,
        *,
        rows: bool = False,
    ) -> list[list[Cell]]:
        """The cells of each question in the order of their codes; without grants, of everything that there is."""
        statement = Statement(principal)
        sql = Compiler(statement.bind, granted, rows=rows).statement(asked)
        with self._places.place(Caller.of(principal)):
            async with self._turn, one_moment(pool, COUNTING) as moment:
                await moment.fetch(MEMORY)
                found = await moment.fitted_rows(sql, *statement.parameters)
        _require_bounded(found)
        cells: list[list[Cell]] = [[] for _ in asked]
        for row in sorted(found, key=_order):
            cells[row["place"]].append(_cell(asked[row["place"]], row))
        return cells


def known_to(principal: Principal) -> list[Indicator]:
    """The indicators that a caller may ask for: those whose facts are counted for one of the caller's roles."""
    return [each for each in indicators().values() if each.seen_by & principal.roles and _reads(each.kind, principal)]


def _reads(kind: str, principal: Principal) -> bool:
    """Whether a role of the caller's, and not who they are, opens documents of the kind."""
    granted, readers = grants(principal), KINDS[kind].readers.items()
    return any(needed & (principal.roles if rows is not everything else granted) for needed, rows in readers)


def _cell(asked: Asked, row: asyncpg.Record) -> Cell:
    at = dict(zip(asked.by, row["at"], strict=True))
    return Cell(at, row["value"], row["things"], row["rows"] or "")


def _order(row: asyncpg.Record) -> tuple[Any, ...]:
    """By question and codes; what has no code comes last."""
    return row["place"], [(code is None, code or "") for code in row["at"]]


def _require_bounded(found: Sequence[asyncpg.Record]) -> None:
    if len(found) > MOST_CELLS or sum(row["things"] for row in found if row["rows"] is not None) > MOST_ROWS:
        raise TooManyCells(most=MOST_CELLS if len(found) > MOST_CELLS else MOST_ROWS)


def number(value: Decimal | None) -> int | float | None:
    """The value as JSON writes it: whole, or with two digits behind the point."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def hidden(asked: Asked, cells: Sequence[Cell]) -> frozenset[int]:
    """Which cells say too much of few people; few in all are hidden with the next cell, else the total told them."""
    if not asked.indicator.of_persons:
        return frozenset()
    few = {place for place, each in enumerate(cells) if 0 < each.things < FEWEST}
    shown = sorted((each.things, place) for place, each in enumerate(cells) if each.things and place not in few)
    if few and shown and sum(cells[place].things for place in few) < FEWEST:
        few.add(shown[0][1])
    return frozenset(few)
