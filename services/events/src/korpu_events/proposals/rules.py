"""What holds for proposals from a day on: by when they are looked at and decided, and when people are forgotten."""

from datetime import date, timedelta
from typing import Annotated

from pydantic import Field

from korpu_chassis.dated_rules import Rule, Rulebook, WorkingDays
from korpu_chassis.workdays.counting import working_days_after
from korpu_events.proposals.parts import StepClock


class KeptDays(Rule):
    """So many days, whether worked or not."""

    days: Annotated[int, Field(ge=1, le=36_600)]


TRIAGE = Rulebook("events.proposal_triage", WorkingDays, __package__)
DECISION = Rulebook("events.proposal_decision", WorkingDays, __package__)
RETENTION = Rulebook("events.proposal_retention", KeptDays, __package__)


def triage_clock(submitted: date) -> StepClock:
    """By when what was submitted on this day is looked at."""
    return _clock(TRIAGE, submitted)


def decision_clock(triaged: date) -> StepClock:
    """By when what was looked at on this day is decided."""
    return _clock(DECISION, triaged)


def kept_until(ended: date) -> date:
    """The last day on which we know who took part in what ended on this day."""
    return ended + timedelta(days=RETENTION.holding(ended).days)


def _clock(book: Rulebook[WorkingDays], started: date) -> StepClock:
    rule = book.holding(started)
    due = working_days_after(started, rule.working_days)
    return StepClock(started=started, due=due, since=rule.since, source=rule.source)
