"""What holds for opportunities from a day on: when one closes soon, and how long a look at the source lasts."""

from datetime import date, timedelta
from typing import Annotated, Self

from pydantic import Field, model_validator

from korpu_chassis.dated_rules import Rule, Rulebook

Days = Annotated[int, Field(ge=1, le=366)]


class ClosingSoon(Rule):
    """So many days before the last one to apply, an opportunity closes soon."""

    days: Days


class Freshness(Rule):
    """After so many days without a look at the source it is flagged, and after so many it leaves the front page."""

    flagged: Days
    hidden: Days

    @model_validator(mode="after")
    def _flagged_first(self) -> Self:
        if self.flagged >= self.hidden:
            raise ValueError(f"what is hidden since {self.since} was flagged before")
        return self


CLOSING_SOON = Rulebook("mobility.opportunity_closing_soon", ClosingSoon, __package__)
FRESHNESS = Rulebook("mobility.opportunity_freshness", Freshness, __package__)


def soon_days(last: date) -> int:
    """How many days before its last one an opportunity closes soon."""
    return CLOSING_SOON.holding(last).days


def flagged_after(verified: date) -> date:
    """The last day on which a look at the source counts as fresh."""
    return verified + timedelta(days=FRESHNESS.holding(verified).flagged)


def hidden_after(verified: date) -> date:
    """The last day on which an opportunity stands on the front page without another look."""
    return verified + timedelta(days=FRESHNESS.holding(verified).hidden)
