"""Whether two stays of one person touch in time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from korpu_mobility.mobilities.refusals.days import StaysOverlap


@dataclass(frozen=True)
class Span:
    """The days of a stay, both included: the actual ones where they are known."""

    code: str
    first: date
    last: date

    def touches(self, other: "Span") -> bool:
        """Say whether a day belongs to both; leaving and arriving on one day is travelling, not an overlap."""
        return (self.first < other.last and other.first < self.last) or self.first == other.first


def require_no_overlap(span: Span, others: Iterable[Span]) -> None:
    """Let the stay be, or refuse it with the one that stands in its way."""
    for other in others:
        if span.touches(other):
            raise StaysOverlap("planned_from", other=other.code, first=other.first, last=other.last)
