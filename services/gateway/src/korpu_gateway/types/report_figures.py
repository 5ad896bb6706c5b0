"""The frozen figures of reports as the portal sees them: numbers in their places, what changed, and how they were."""

from datetime import date

from korpu_gateway.reads.declared import part
from korpu_gateway.reads.fields import at
from korpu_gateway.types.report_template import Narrowing


@part
class FigureWords:
    """What an indicator was called or meant when it was frozen, in each language."""

    az: str | None = at()
    en: str | None = at()
    ru: str | None = at()
    de: str | None = at()
    fr: str | None = at()


@part
class FigurePlace:
    """Where a number stands: a dimension, and its code there; none where nobody said."""

    dimension: str = at()
    code: str | None = at()


@part
class FigureCell:
    """One number, and how many things were counted for it; `withheld` where so few persons are counted."""

    place: list[FigurePlace] = at("at")
    value: float | None = at()
    rows: int | None = at()
    withheld: bool = at()


@part
class FrozenFigure:
    """An indicator as it was frozen, with the version of its definition."""

    code: str = at()
    definition_version: int = at()
    name: FigureWords = at()
    definition: FigureWords = at()
    unit: str = at()
    by: list[str] = at()
    filter: list[Narrowing] = at()
    cells: list[FigureCell] = at()


@part
class FigureDifference:
    """A number that a restatement changed: as published, and as it is; `redefined` where its definition is another."""

    code: str = at()
    filter: list[Narrowing] = at()
    place: list[FigurePlace] = at("at")
    before: float | None = at()
    now: float | None = at()
    redefined: bool = at()


@part
class FrozenFigures:
    """Figures that never change: as of which day, by which hash one knows them, and what they changed and why."""

    number: int = at()
    as_of: date = at()
    frozen_on: date = at()
    published_on: date | None = at()
    sha256: str = at()
    reason: str | None = at()
    figures: list[FrozenFigure] = at()
    differences: list[FigureDifference] = at()


@part
class FigureYearOnYear:
    """A number beside that of the latest report on an earlier period; comparable where the definition is the same."""

    code: str = at()
    filter: list[Narrowing] = at()
    place: list[FigurePlace] = at("at")
    before: float | None = at()
    now: float | None = at()
    comparable: bool = at()
