"""Indicators as the portal sees them: what the office counts, and the numbers with the lists behind them."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from enum import Enum
from typing import TYPE_CHECKING, Any

import strawberry
from strawberry.scalars import JSON
from strawberry.types.arguments import StrawberryArgument
from typing_extensions import override

from korpu_gateway.indicators.answer import answered
from korpu_gateway.indicators.definitions import Indicator, Spoken, words
from korpu_gateway.indicators.engine import Engine, known_to
from korpu_gateway.indicators.question import asked, period
from korpu_gateway.indicators.refused import TooManyDimensions
from korpu_gateway.reads import declared
from korpu_gateway.reads.fields import Uncompiled, argument, sourced
from korpu_gateway.reads.kinds import TYPES
from korpu_gateway.types.translation import of
from korpu_gateway.types.values import LocalizedText

if TYPE_CHECKING:
    from korpu_gateway.reads.reading import Reading

ENGINE = Engine()
"""The engine of this process: all who ask share its places."""


@declared.words
class CountingDay(Enum):
    """Which documents an indicator reads, and what its period means."""

    PERIOD = "period"
    LAST_DAY = "last_day"
    AS_IT_STOOD = "as_it_stood"


def _localized(spoken: Spoken) -> dict[str, Any]:
    texts = {language: {"text": text, "revision": 1} for language, text in spoken.items()}
    return {"original": "az", "revision": 1, "texts": texts}


@strawberry.type(description="By what an indicator may be filtered and broken down.")
class IndicatorDimension:
    """By what an indicator may be filtered and broken down."""

    code: str = of(lambda dimension: dimension.code)
    name: LocalizedText = of(lambda dimension: _localized(words()["dimensions"][dimension.code]))


@strawberry.type(description="What an indicator counts; the same in every report until its version changes.")
class IndicatorDefinition:
    """What an indicator counts."""

    code: str = of(lambda indicator: indicator.code)
    version: int = of(lambda indicator: indicator.version)
    name: LocalizedText = of(lambda indicator: _localized(indicator.name))
    definition: LocalizedText = of(lambda indicator: _localized(indicator.definition))
    unit: LocalizedText = of(lambda indicator: _localized(words()["units"][indicator.unit.value]))
    unit_code: str = of(lambda indicator: indicator.unit.value)
    day: CountingDay = of(lambda indicator: CountingDay(indicator.day.value))
    dimensions: list[IndicatorDimension] = of(lambda indicator: list(indicator.dimensions))
    of_persons: bool = of(
        lambda indicator: indicator.of_persons, "Cells of fewer than five are for the office and the own faculty alone."
    )


@strawberry.type(description="At which code of a dimension a cell stands; null where the thing has none.")
class IndicatorCode:
    """At which code of a dimension a cell stands."""

    dimension: str = of(lambda code: code.dimension)
    code: str | None = of(lambda code: code.code)
    label: str = of(lambda code: code.label, "In the caller's language.")


@strawberry.type(description="The list that holds what a cell counts: its `totalCount` is the number of things.")
class IndicatorList:
    """The list that holds what a cell counts."""

    name: str = of(lambda held: held.name)
    filter: JSON = of(lambda held: dict(held.filter), "As the list's argument takes it.")
    as_of: datetime = of(lambda held: held.as_of)


@strawberry.type(description="One number of a table.")
class IndicatorCell:
    """One number of a table."""

    at: list[IndicatorCode] = of(lambda cell: list(cell.at))
    value: float | None = of(lambda cell: cell.value)
    previous: float | None = of(lambda cell: cell.previous, "The same a year before, by the same definition.")
    hidden: bool = of(lambda cell: cell.hidden, "Too few people stand behind the number, or behind the one before.")
    list: IndicatorList | None = of(lambda cell: cell.list)


@strawberry.type(description="An indicator as it was asked for.")
class IndicatorAnswer:
    """An indicator as it was asked for."""

    definition: IndicatorDefinition = of(lambda answer: answer.asked.indicator)
    begins: date = of(lambda answer: answer.asked.period.begins)
    ends: date = of(lambda answer: answer.asked.period.ends)
    as_of: date = of(lambda answer: answer.asked.period.as_of)
    cells: list[IndicatorCell] = of(lambda answer: list(answer.cells), "In the order of their codes.")


for each in (IndicatorDimension, IndicatorDefinition, IndicatorCode, IndicatorList, IndicatorCell, IndicatorAnswer):
    TYPES[each.__name__] = each


@strawberry.input(description="Only what has one of these codes of a dimension.")
class IndicatorFilter:
    """Only what has one of these codes of a dimension."""

    dimension: str
    codes: list[str]


class Definitions(Uncompiled):
    """The indicators that the caller may ask for."""

    @override
    def resolve(self, value: Any, reading: "Reading", given: Mapping[str, Any]) -> Sequence[Indicator]:
        return known_to(reading.principal)


class Counted(Uncompiled):
    """An indicator, counted for the caller."""

    @override
    def arguments(self) -> list[StrawberryArgument]:
        return [
            argument("code", str),
            argument("from", date | None),
            argument("to", date | None),
            argument("as_of", date | None),
            argument("filter", list[IndicatorFilter] | None),
            argument("by", list[str] | None),
        ]

    @override
    async def resolve(self, value: Any, reading: "Reading", given: Mapping[str, Any]) -> Any:
        filters = {each["dimension"]: each["codes"] for each in given["filter"] or ()}
        if len(filters) < len(given["filter"] or ()):
            raise TooManyDimensions("filter", most=len(filters))
        days = period(given["from"], given["to"], given["asOf"])
        question = asked(given["code"], days, given["by"] or (), filters, known_to(reading.principal))
        return await answered(ENGINE, reading.pool, reading.principal, question, reading.language)


def indicators_field() -> Any:
    """What may be counted, in the schema."""
    return sourced(Definitions(), "What the office counts, as far as the caller may ask for it, by code.")


def indicator_field() -> Any:
    """One indicator, in the schema."""
    told = (
        "A number of the office or a table of them: over a period (this year), as it was known on a day (today),"
        " filtered and broken down by at most two dimensions."
    )
    return sourced(Counted(), told)
