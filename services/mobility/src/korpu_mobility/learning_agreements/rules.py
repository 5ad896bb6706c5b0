"""What holds for learning agreements from a day on: how long the host may take to decide and to send its transcript."""

from datetime import date, timedelta
from typing import Annotated

from pydantic import Field

from korpu_chassis.dated_rules import Rule, Rulebook


class Days(Rule):
    """So many days, weekends included."""

    days: Annotated[int, Field(ge=1, le=366)]


DECISION = Rulebook("mobility.learning_decision", Days, __package__)
TRANSCRIPT = Rulebook("mobility.learning_transcript", Days, __package__)


def decision_due_after(day: date) -> date:
    """The last day for the receiver to decide, after the sender signed on this day."""
    return day + timedelta(days=DECISION.holding(day).days)


def transcript_due_after(day: date) -> date:
    """The last day for the host's transcript, after a return on this day."""
    return day + timedelta(days=TRANSCRIPT.holding(day).days)
