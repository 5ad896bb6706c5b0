"""What holds for events from a day on: how long the report may take, and when who comes is reminded."""

from datetime import date, timedelta
from typing import Annotated

from pydantic import Field

from korpu_chassis.dated_rules import Ladder, Rule, Rulebook, WorkingDays
from korpu_chassis.workdays.counting import working_days_after


class Days(Rule):
    """So many days."""

    days: Annotated[int, Field(ge=1, le=90)]


REPORT = Rulebook("events.event_report", WorkingDays, __package__)
FEEDBACK = Rulebook("events.event_feedback", Days, __package__)
REMINDERS = Rulebook("events.event_reminders", Ladder, __package__)


def report_due_after(day: date) -> date:
    """The last day for the report of an event that ended on this day."""
    return working_days_after(day, REPORT.holding(day).working_days)


def feedback_until_after(day: date) -> date:
    """The last day on which those who were at an event that ended on this day say how it was."""
    return day + timedelta(days=FEEDBACK.holding(day).days)
