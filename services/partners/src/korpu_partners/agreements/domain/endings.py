"""Suspension and termination: what is recorded of them, and the notice that is owed."""

from datetime import date, timedelta
from enum import StrEnum

from korpu_chassis.validation.codes import Text
from korpu_partners.agreements.records import Evidence
from korpu_partners.agreements.refusals.documents import DatedInTheFuture
from korpu_partners.agreements.refusals.ends import EndsBeforeThat, EndsByNotice, NoticeTooShort
from korpu_partners.agreements.terms import Value


class Initiative(StrEnum):
    """Whose wish an ending is."""

    US = "us"
    PARTNER = "partner"
    BOTH = "both"


class Termination(Value):
    """Notice that the agreement ends early; what was signed stays as it was."""

    effective: date
    given_on: date
    wished_by: Initiative
    document: Evidence
    reason: Text


class Suspension(Value):
    """A pause: nothing new begins under the agreement."""

    since: date
    until: date | None = None
    reason: Text
    document: Evidence | None = None


class NonRenewal(Value):
    """Notice that the agreement shall not go on after its end."""

    on: date
    wished_by: Initiative
    document: Evidence
    reason: Text


def earliest_termination(given_on: date, notice_days: int, by: Initiative) -> date:
    """The first day on which a termination can take effect; by mutual wish that is the day of the document."""
    return given_on if by is Initiative.BOTH else given_on + timedelta(days=notice_days)


def require_no_notice_or_reason(termination: Termination | None, reason: str | None) -> None:
    """What ends by notice is renewed or amended only by somebody who says why."""
    if termination is not None and not reason:
        raise EndsByNotice("reason", effective=termination.effective.isoformat())


def require_timely_notice(termination: Termination, notice_days: int, ends: date | None, today: date) -> None:
    """The termination honours the notice period and comes before the end."""
    if termination.given_on > today:
        raise DatedInTheFuture("given_on", on=termination.given_on.isoformat())
    earliest = earliest_termination(termination.given_on, notice_days, termination.wished_by)
    if termination.effective < earliest:
        raise NoticeTooShort("effective", earliest=earliest.isoformat())
    if ends is not None and termination.effective > ends:
        raise EndsBeforeThat("effective", ends=ends.isoformat())
