"""What holds for registrations from a day on: how long a guest may take to confirm, and how long we know who came."""

from datetime import date, datetime, timedelta
from typing import Annotated

from pydantic import Field

from korpu_chassis.dated_rules import Rule, Rulebook


class Hours(Rule):
    """So many hours."""

    hours: Annotated[int, Field(ge=1, le=24 * 30)]


class Days(Rule):
    """So many days."""

    days: Annotated[int, Field(ge=0, le=3_660)]


CONFIRMATION = Rulebook("events.registration_confirmation", Hours, __package__)
KEPT = Rulebook("events.registration_guests_kept", Days, __package__)


def confirm_until(now: datetime, today: date) -> datetime:
    """The moment until which a guest who asks now confirms the address."""
    return now + timedelta(hours=CONFIRMATION.holding(today).hours)


def kept_until(day: date) -> date:
    """The last day on which we know who the guests of an event of this day were."""
    return day + timedelta(days=KEPT.holding(day).days)
