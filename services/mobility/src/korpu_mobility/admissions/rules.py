"""What holds for foreign students from a day on: registration, permit, passport, reminders and documents."""

from datetime import date, timedelta
from typing import Annotated

from pydantic import Field

from korpu_chassis.dated_rules import Ladder, Rule, Rulebook, WorkingDays
from korpu_chassis.validation.codes import Country
from korpu_chassis.workdays.counting import working_days_after
from korpu_mobility.admissions.parts import ClockKind, DocumentKind, RunningClock


class Days(Rule):
    """So many days, whether worked or not."""

    days: Annotated[int, Field(ge=1, le=366)]


class DaysByCitizenship(Days):
    """So many days, for everybody or for the citizens of one country."""

    citizenship: Country | None = None

    @property
    def about(self) -> str | None:
        """Citizens of some countries have a time of their own."""
        return self.citizenship


class Months(Rule):
    """So many months."""

    months: Annotated[int, Field(ge=0, le=60)]


class Documents(Rule):
    """What an application holds, and what of it is legalised."""

    needed: tuple[DocumentKind, ...]
    legalised: tuple[DocumentKind, ...]


AFTER_ARRIVAL = Rulebook("mobility.registration_after_arrival", DaysByCitizenship, __package__)
AFTER_MOVE = Rulebook("mobility.registration_after_move", WorkingDays, __package__)
AFTER_MOVE_WITH_PERMIT = Rulebook("mobility.registration_after_move_with_permit", Days, __package__)
PERMIT_BEFORE_END = Rulebook("mobility.permit_application", Days, __package__)
PASSPORT_MARGIN = Rulebook("mobility.passport_margin", Months, __package__)
REMINDERS = Rulebook("mobility.stay_reminders", Ladder, __package__)
DOCUMENTS = Rulebook("mobility.admission_documents", Documents, __package__)


def registration_after_arrival(arrived: date, citizenship: str | None) -> RunningClock:
    """By when who arrives on this day registers, by the rule of that day."""
    rule = AFTER_ARRIVAL.on(arrived, citizenship) or AFTER_ARRIVAL.holding(arrived)
    return _clock(ClockKind.REGISTRATION, arrived, arrived + timedelta(days=rule.days), rule)


def registration_after_move(moved: date, *, permit: bool) -> RunningClock:
    """By when who moves on this day registers again; the holder of a permit has another time."""
    if permit:
        longer = AFTER_MOVE_WITH_PERMIT.holding(moved)
        return _clock(ClockKind.REGISTRATION, moved, moved + timedelta(days=longer.days), longer)
    rule = AFTER_MOVE.holding(moved)
    return _clock(ClockKind.REGISTRATION, moved, working_days_after(moved, rule.working_days), rule)


def permit_before(ends: date, today: date) -> RunningClock:
    """By when the next permit is applied for, if what one has ends on this day; by the rule of today."""
    rule = PERMIT_BEFORE_END.holding(today)
    return _clock(ClockKind.PERMIT, today, ends - timedelta(days=rule.days), rule)


def _clock(kind: ClockKind, started: date, due: date, rule: Rule) -> RunningClock:
    reminders = tuple(sorted(REMINDERS.holding(started).days, reverse=True))
    return RunningClock(kind=kind, started=started, due=due, since=rule.since, source=rule.source, reminders=reminders)
