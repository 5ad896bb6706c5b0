"""What holds for stays from a day on: how long a host takes to decide."""

from datetime import date, timedelta
from typing import Annotated

from pydantic import Field

from korpu_chassis.dated_rules import Rule, Rulebook


class CalendarDays(Rule):
    """So many days, whether worked or not."""

    days: Annotated[int, Field(ge=1, le=366)]


HOST_DECISION = Rulebook("mobility.host_decision", CalendarDays, __package__)


def decision_due_after(day: date) -> date:
    """The last day on which a host decides about who is nominated on this day, by the rule of that day."""
    return day + timedelta(days=HOST_DECISION.holding(day).days)
