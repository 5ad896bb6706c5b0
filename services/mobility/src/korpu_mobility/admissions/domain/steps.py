"""Which step with the migration office can follow, as an admission stands; each missing step has its refusal."""

from datetime import date
from typing import Protocol

from korpu_mobility.admissions.domain.documents import HOME
from korpu_mobility.admissions.domain.lifecycle import BEFORE_ARRIVAL, HERE, Migration, Status
from korpu_mobility.admissions.parts import Visa
from korpu_mobility.admissions.refusals.course import EducationNotRecognised, NotHere, RecognitionNotNeeded
from korpu_mobility.admissions.refusals.migration import (
    AlreadyArrived,
    BeforeTheArrival,
    DaysReversed,
    LetterMissing,
    LetterTooLate,
    NotInTheCountry,
    PermitNotApplied,
    PermitPending,
    PlaceNotRegistered,
    VisaMissing,
    VisaNotPending,
    VisaNotValidThen,
)

ASKS_FOR_VISA = (Migration.INVITED, Migration.VISA_REFUSED)


class Standing(Protocol):
    """An admission, as far as its next steps go."""

    status: str
    migration: str
    education_country: str
    recognised_on: date | None
    registered: bool


def require_recognised(admission: Standing) -> None:
    """Education abroad is recognised before a place is offered."""
    if admission.education_country != HOME and admission.recognised_on is None:
        raise EducationNotRecognised


def require_education_abroad(admission: Standing) -> None:
    """What was learnt here is not sent for recognition."""
    if admission.education_country == HOME:
        raise RecognitionNotNeeded


def require_before_arrival(admission: Standing) -> None:
    """A letter invites who is not here yet."""
    if admission.migration not in BEFORE_ARRIVAL:
        raise LetterTooLate


def require_letter(admission: Standing) -> None:
    """A visa is asked for with a letter, once, and anew after it was refused."""
    if admission.migration not in ASKS_FOR_VISA:
        raise LetterMissing


def require_visa_pending(admission: Standing) -> None:
    """A visa is decided on after it was asked for."""
    if admission.migration != Migration.VISA_PENDING:
        raise VisaNotPending


def require_not_arrived(admission: Standing) -> None:
    """One arrives once."""
    if admission.migration not in BEFORE_ARRIVAL:
        raise AlreadyArrived


def require_visa_on(visa: Visa | None, day: date) -> None:
    """Who needs a visa arrives with one, between its first and its last day."""
    if visa is None:
        raise VisaMissing
    if not visa.valid_from <= day <= visa.valid_to:
        raise VisaNotValidThen("on", first=visa.valid_from, last=visa.valid_to)


def require_here(admission: Standing) -> None:
    """Place of stay and permit are for those who are in the country."""
    if admission.migration not in HERE:
        raise NotInTheCountry


def require_arrived(admission: Standing) -> None:
    """Who has not arrived is not enrolled."""
    if admission.migration not in HERE:
        raise NotHere


def require_registered(admission: Standing) -> None:
    """A permit is asked for by who is registered at a place of stay, and once at a time."""
    require_here(admission)
    if not admission.registered:
        raise PlaceNotRegistered
    if admission.migration == Migration.PERMIT_APPLIED:
        raise PermitPending


def require_permit_applied(admission: Standing) -> None:
    """A permit is given after it was asked for."""
    if admission.migration != Migration.PERMIT_APPLIED:
        raise PermitNotApplied


def require_order(first: date, last: date) -> None:
    """What is valid from a day on ends on or after it."""
    if last < first:
        raise DaysReversed("valid_to")


def require_after_arrival(on: date, arrived: date | None, path: str = "on") -> None:
    """What follows the arrival is not dated before it."""
    if arrived and on < arrived:
        raise BeforeTheArrival(path, on=on, arrived=arrived)


def before_offer(status: str) -> str:
    """How an admission stands again that is reopened: an offer is made anew."""
    return Status.WAITING if status == Status.OFFERED else status
