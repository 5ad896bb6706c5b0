"""What holds for applications from a day on: how long an offer stands, and which conflicts of interest are found."""

from datetime import date, timedelta
from typing import Annotated

from pydantic import Field

from korpu_chassis.dated_rules import Rule, Rulebook


class Confirmation(Rule):
    """So many days an offered place waits for the applicant's yes, the last one included."""

    days: Annotated[int, Field(ge=1, le=366)]


class Conflicts(Rule):
    """Whether a member of the applicant's own unit scores them."""

    same_unit: bool


CONFIRMATION = Rulebook("mobility.application_confirmation", Confirmation, __package__)
CONFLICTS = Rulebook("mobility.selection_conflicts", Conflicts, __package__)


def last_day_to_confirm(offered: date) -> date:
    """The last day on which an offer can be taken, by the rule of the day on which it was made."""
    return offered + timedelta(days=CONFIRMATION.holding(offered).days)


def own_unit_conflicts(day: date) -> bool:
    """Whether the own unit is a conflict of interest, by the rule of that day."""
    return CONFLICTS.holding(day).same_unit
