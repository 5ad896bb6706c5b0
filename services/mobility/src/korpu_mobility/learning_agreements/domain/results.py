"""What was achieved and what of it counts at home: both speak of what all three have signed."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Protocol

from korpu_mobility.learning_agreements.domain.content import Planned, Table
from korpu_mobility.learning_agreements.refusals.results import ComponentUnknown, ResultsInFuture, ResultTwice


class Named(Protocol):
    """A result, as far as these rules go."""

    @property
    def component(self) -> str:
        """By what the component is known in its table."""


class Weighed(Named, Protocol):
    """A result that counts."""

    @property
    def ects(self) -> Decimal:
        """Its credits."""


def require_agreed(results: Sequence[Named], planned: Sequence[Planned], tables: Sequence[Table], path: str) -> None:
    """Every result is of a component that was agreed, and each has one."""
    known = {each.name for each in planned if each.table in tables}
    seen: set[str] = set()
    for number, each in enumerate(results):
        if each.component not in known:
            raise ComponentUnknown(f"{path}.{number}.component", component=each.component)
        if each.component in seen:
            raise ResultTwice(f"{path}.{number}.component", component=each.component)
        seen.add(each.component)


def require_past(on: date, today: date) -> None:
    """Only what is there is recorded."""
    if on > today:
        raise ResultsInFuture("on", on=on)


def credits_of(results: Sequence[Weighed]) -> Decimal:
    """The credits of these results together."""
    return sum((each.ects for each in results), Decimal())
