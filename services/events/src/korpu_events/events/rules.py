"""What holds for events from a day on: how long the report may take, and when who comes is reminded."""

from datetime import date

from korpu_chassis.dated_rules import Ladder, Rulebook, WorkingDays
from korpu_chassis.workdays.counting import working_days_after

REPORT = Rulebook("events.event_report", WorkingDays, __package__)
REMINDERS = Rulebook("events.event_reminders", Ladder, __package__)


def report_due_after(day: date) -> date:
    """The last day for the report of an event that ended on this day."""
    return working_days_after(day, REPORT.holding(day).working_days)
