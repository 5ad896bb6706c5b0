"""Figures as they are computed for us, and the one form in which they are frozen: same figures, same bytes."""

import hashlib
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import orjson
from pydantic import BaseModel, ConfigDict, Field

from korpu_events.reports.parts import FrozenIndicator

SORTED = orjson.OPT_SORT_KEYS


class Row(BaseModel):
    """One of the things that were counted, as which of its versions."""

    model_config = ConfigDict(frozen=True)

    type: str
    id: UUID
    version: int


class Cell(BaseModel):
    """One number: where in the table it stands, and what was counted for it; none where nothing can be said."""

    model_config = ConfigDict(frozen=True)

    at: dict[str, str | None] = Field(default_factory=dict)
    value: int | float | None
    rows: tuple[Row, ...] = ()


class Figure(BaseModel):
    """One indicator: what it means, by which version of its definition, and its cells."""

    model_config = ConfigDict(frozen=True)

    code: str
    definition_version: int
    name: dict[str, str]
    definition: dict[str, str] = Field(default_factory=dict)
    unit: str
    fewest_shown: int | None = None
    by: tuple[str, ...] = ()
    filter: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    cells: tuple[Cell, ...]


class Figures(BaseModel):
    """All figures of a report, as of a day."""

    model_config = ConfigDict(frozen=True)

    as_of: date
    figures: tuple[Figure, ...]


@dataclass(frozen=True)
class FrozenForm:
    """Figures as they are kept: cells to read, the rows behind them packed in the same order, and the hash of both."""

    sha256: str
    figures: list[dict[str, Any]]
    rows: bytes
    indicators: tuple[FrozenIndicator, ...]


def frozen_form(told: Figures) -> FrozenForm:
    """The form in which figures are kept; it depends on nothing but the figures."""
    figures = [_without_rows(each) for each in told.figures]
    rows = [[[row.model_dump(mode="json") for row in cell.rows] for cell in _cells(each)] for each in told.figures]
    head = {"as_of": told.as_of.isoformat(), "figures": figures}
    packed = orjson.dumps(rows, option=SORTED)
    sha256 = hashlib.sha256(orjson.dumps(head, option=SORTED) + b"\n" + packed).hexdigest()
    indicators = tuple(
        FrozenIndicator(code=each.code, definition_version=each.definition_version, cells=len(each.cells))
        for each in told.figures
    )
    return FrozenForm(sha256, figures, zlib.compress(packed), indicators)


def rows_behind(packed: bytes, figure: int, cell: int) -> list[dict[str, Any]]:
    """What was counted for one cell, by the places of its figure and of itself."""
    rows: list[dict[str, Any]] = orjson.loads(zlib.decompress(packed))[figure][cell]
    return rows


def differences(before: Sequence[Mapping[str, Any]], now: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The cells whose value, or whose definition, is another one; a cell that is on one side alone counts too."""
    earlier, later = dict(_by_place(before)), dict(_by_place(now))
    found = []
    for place in [*earlier, *(each for each in later if each not in earlier)]:
        held, new = earlier.get(place), later.get(place)
        redefined = held is not None and new is not None and held[0] != new[0]
        if held is None or new is None or held[1] != new[1] or redefined:
            code, by, narrowed, at = place
            told = {"code": code, "by": list(by), "filter": orjson.loads(narrowed), "at": dict(at)}
            values = {"before": held and held[1], "now": new and new[1], "redefined": redefined}
            found.append({**told, **values})
    return found


def _by_place(figures: Sequence[Mapping[str, Any]]) -> Iterator[tuple[Any, tuple[int, Any]]]:
    for figure in figures:
        narrowed = orjson.dumps(figure["filter"], option=SORTED).decode()
        for cell in figure["cells"]:
            place = (figure["code"], tuple(figure["by"]), narrowed, tuple(sorted(cell["at"].items())))
            yield place, (figure["definition_version"], cell["value"])


def _cells(figure: Figure) -> list[Cell]:
    """The cells in the order of their places, however they came."""
    return sorted(figure.cells, key=lambda cell: [cell.at.get(each) or "" for each in figure.by])


def _without_rows(figure: Figure) -> dict[str, Any]:
    cells = [{"at": each.at, "value": each.value, "rows": len(each.rows)} for each in _cells(figure)]
    return {**figure.model_dump(mode="json", exclude={"cells"}), "cells": cells}


def year_on_year(before: Sequence[Mapping[str, Any]], now: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Each cell beside the same one of an earlier report; comparable only where the definition is the same."""
    earlier, told = dict(_by_place(before)), []
    for place, (version, value) in _by_place(now):
        code, by, narrowed, at = place
        held = earlier.get(place)
        told.append(
            {
                "code": code,
                "by": list(by),
                "filter": orjson.loads(narrowed),
                "at": dict(at),
                "before": held and held[1],
                "now": value,
                "comparable": held is not None and held[0] == version,
            }
        )
    return told


def public_figure(figure: Mapping[str, Any]) -> dict[str, Any]:
    """A figure as it is told outside the office: of numbers of persons that are too small nothing but that they are."""
    fewest = figure["fewest_shown"] or 0
    cells = [
        {**each, "value": None, "rows": None, "withheld": True} if _few(each["value"], fewest) else each
        for each in figure["cells"]
    ]
    return {**figure, "cells": cells}


def _few(value: float | None, fewest: int) -> bool:
    return value is not None and 0 < value < fewest


def shown_figure(figure: Mapping[str, Any]) -> dict[str, Any]:
    """A figure as readers take it: what has names of its own as lists of named pairs."""
    cells = [{"withheld": False, **each, "at": _pairs(each["at"])} for each in figure["cells"]]
    return {**figure, "filter": _narrowings(figure["filter"]), "cells": cells}


def shown_place(cell: Mapping[str, Any]) -> dict[str, Any]:
    """A compared cell as readers take it."""
    return {**cell, "filter": _narrowings(cell["filter"]), "at": _pairs(cell["at"])}


def _pairs(at: Mapping[str, str | None]) -> list[dict[str, Any]]:
    return [{"dimension": dimension, "code": code} for dimension, code in at.items()]


def _narrowings(kept: Mapping[str, Sequence[str]]) -> list[dict[str, Any]]:
    return [{"dimension": dimension, "codes": list(codes)} for dimension, codes in kept.items()]
