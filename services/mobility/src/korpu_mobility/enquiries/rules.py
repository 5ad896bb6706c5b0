"""What holds for enquiries from a day on: by when they are answered, taken up again, and forgotten."""

from datetime import date, timedelta
from typing import Annotated

from pydantic import Field

from korpu_chassis.dated_rules import Rule, Rulebook, WorkingDays
from korpu_chassis.workdays.counting import working_days_after
from korpu_mobility.enquiries.parts import AnswerClock


class Days(Rule):
    """So many days, whether worked or not."""

    days: Annotated[int, Field(ge=1, le=3_660)]


ANSWER = Rulebook("mobility.enquiry_answer", WorkingDays, __package__)
REOPENING = Rulebook("mobility.enquiry_reopening", Days, __package__)
RETENTION = Rulebook("mobility.enquiry_retention", Days, __package__)


def answer_clock(asked: date) -> AnswerClock:
    """By when what was asked on this day is answered, by the rule of that day."""
    rule = ANSWER.holding(asked)
    due = working_days_after(asked, rule.working_days)
    return AnswerClock(started=asked, due=due, since=rule.since, source=rule.source)


def reopen_until(over: date) -> date:
    """The last day to take up again what was answered or closed on this day."""
    return over + timedelta(days=REOPENING.holding(over).days)


def kept_until(asked: date) -> date:
    """The last day on which we know who asked on this day, and what."""
    return asked + timedelta(days=RETENTION.holding(asked).days)
