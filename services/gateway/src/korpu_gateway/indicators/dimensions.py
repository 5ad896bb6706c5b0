"""Dimensions that several fields share."""

from korpu_gateway.indicators.definitions import Dimension

UNIT = Dimension("unit", "r.unit", field="unit")
ISCED = Dimension("field", "r.doc->>'field'", field="field")


def status(words: str) -> Dimension:
    """Where a thing stands."""
    return Dimension("status", "r.status", field="status", words=words)


def column(code: str, words: str | None = None, *, name: str | None = None) -> Dimension:
    """A column of the kind that its list is filtered by under the same name."""
    return Dimension(code, f"r.{name or code}", field=code, words=words)


def organisations(each: str) -> tuple[Dimension, Dimension]:
    """The partners that a thing names, and their countries; it counts once under each."""
    return (
        Dimension("country", "d.value #>> '{}'", each=each, through="country"),
        Dimension("partner", "d.value #>> '{}'", each=each, through="partner"),
    )


def organisation(expression: str) -> tuple[Dimension, Dimension]:
    """The one partner that a thing names, and its country."""
    return (
        Dimension("country", expression, through="country"),
        Dimension("partner", expression, through="partner"),
    )
