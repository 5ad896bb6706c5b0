"""One indicator as a caller is told it: codes named, the year before, lists behind the numbers, few people hidden."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from korpu_chassis.clock import end_of_day
from korpu_chassis.identity.access_tokens import Principal
from korpu_gateway.indicators.definitions import Day, Dimension, Measure
from korpu_gateway.indicators.engine import Cell, Engine, hidden, number
from korpu_gateway.indicators.listed import narrowed
from korpu_gateway.indicators.names import Names
from korpu_gateway.indicators.question import Asked
from korpu_gateway.readmodel.pool import ReadingPool
from korpu_gateway.reads.kinds import KINDS
from korpu_gateway.reads.permissions import COORDINATOR, OFFICE, grants

RECOGNISING = OFFICE | COORDINATOR
"""Who knows the people anyway: the office, and a faculty's coordinator, who counts the own faculty alone."""
Codes = tuple[str | None, ...]


@dataclass(frozen=True)
class CellCode:
    """At which code of a dimension a cell stands."""

    dimension: str
    code: str | None
    label: str


@dataclass(frozen=True)
class CellList:
    """The list that holds what a cell counts."""

    name: str
    filter: Mapping[str, Any]
    as_of: datetime


@dataclass(frozen=True)
class ShownCell:
    """One number of a table, and the one of the year before."""

    at: Sequence[CellCode]
    value: float | None
    previous: float | None
    hidden: bool
    list: CellList | None


@dataclass(frozen=True)
class Answer:
    """An indicator as it was asked for, and its cells."""

    asked: Asked
    cells: Sequence[ShownCell]


async def answered(engine: Engine, pool: ReadingPool, principal: Principal, asked: Asked, language: str) -> Answer:
    """Count for a caller what the caller may read, this year and the year before."""
    now, before = await engine.count(pool, [asked, asked.before], principal, grants(principal))
    names = await Names.of(pool, [*now, *before], language)
    few = _few(asked, now, principal), _few(asked.before, before, principal)
    held, past = _by_codes(now), _by_codes(before)
    shown = []
    for codes in sorted({*held, *past}, key=lambda each: [(code is None, code or "") for code in each]):
        at = dict(zip(asked.by, codes, strict=True))
        secret = codes in few[0]
        shown.append(
            ShownCell(
                at=[CellCode(dimension.code, code, names.said(dimension, code)) for dimension, code in at.items()],
                value=None if secret else _value(asked, held.get(codes)),
                previous=None if codes in few[1] else _value(asked, past.get(codes)),
                hidden=secret or codes in few[1],
                list=None if secret else _list(asked, at),
            )
        )
    return Answer(asked, shown)


def _by_codes(cells: Sequence[Cell]) -> Mapping[Codes, Cell]:
    return {tuple(each.at.values()): each for each in cells}


def _few(asked: Asked, cells: Sequence[Cell], principal: Principal) -> frozenset[Codes]:
    if principal.roles & RECOGNISING:
        return frozenset()
    return frozenset(tuple(cells[place].at.values()) for place in hidden(asked, cells))


def _value(asked: Asked, cell: Cell | None) -> float | None:
    """Nothing was counted where there is no cell: of what is counted or added up, that is nought."""
    if cell is None:
        return 0 if asked.indicator.measure in {Measure.COUNT, Measure.TOTAL} else None
    return number(cell.value)


def _list(asked: Asked, at: Mapping[Dimension, str | None]) -> CellList | None:
    filter = narrowed(asked, at)
    if filter is None:
        return None
    day = asked.period.day if asked.indicator.day is Day.AS_IT_STOOD else asked.period.as_of
    return CellList(KINDS[asked.indicator.kind].plural, filter, end_of_day(day))
