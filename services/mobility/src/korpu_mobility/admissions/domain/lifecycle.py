"""Where an admission stands on its three tracks: the admission itself, the migration office, the arrangements."""

from datetime import date
from enum import StrEnum

from korpu_mobility.admissions.refusals.course import (
    AdmissionInFuture,
    EndNotOpen,
    EndWithoutReason,
    OfferOutOfReach,
    OfferOver,
)


class Status(StrEnum):
    """Where the admission itself stands."""

    LEAD = "lead"
    APPLIED = "applied"
    DOCUMENTS_CHECKED = "documents_checked"
    RECOGNITION_PENDING = "recognition_pending"
    RECOGNISED = "recognised"
    WAITING = "waiting"
    OFFERED = "offered"
    ACCEPTED = "accepted"
    ENROLLED = "enrolled"
    ACADEMIC_LEAVE = "academic_leave"
    GRADUATED = "graduated"
    EXPELLED = "expelled"
    LEFT = "left"
    DEPARTED = "departed"
    REJECTED = "rejected"
    CANCELLED = "cancelled"


class Migration(StrEnum):
    """How far somebody is with the letter, the visa, the place of stay and the permit."""

    NOT_BEGUN = "not_begun"
    INVITED = "invited"
    VISA_PENDING = "visa_pending"
    VISA_GRANTED = "visa_granted"
    VISA_REFUSED = "visa_refused"
    ARRIVED = "arrived"
    REGISTERED = "registered"
    PERMIT_APPLIED = "permit_applied"
    PERMIT_VALID = "permit_valid"
    PERMIT_EXPIRING = "permit_expiring"
    PERMIT_RENEWED = "permit_renewed"
    ENDED = "ended"


class Basis(StrEnum):
    """On what a foreign citizen is admitted (Cabinet decision 125 of 2015)."""

    QUOTA = "quota"
    PROGRAMME = "programme"
    AGREEMENT = "agreement"
    LEGAL_PERSON = "legal_person"
    NATURAL_PERSON = "natural_person"
    EXAM = "exam"


class Funding(StrEnum):
    """Who pays for the studies."""

    STATE = "state"
    PROGRAMME = "programme"
    UNIVERSITY = "university"
    SPONSOR = "sponsor"
    OWN = "own"


class Cause(StrEnum):
    """Why an admission ended otherwise than planned, as a code that may be published; the words stay here."""

    OWN_WISH = "own_wish"
    OFFICE = "office"
    BASIS = "basis"
    FORCE_MAJEURE = "force_majeure"
    OTHER = "other"
    VISA_REFUSED = "visa_refused"
    OFFER_LAPSED = "offer_lapsed"
    NOT_ADMITTED = "not_admitted"
    ERASED = "erased"


class GivenCause(StrEnum):
    """The causes that somebody can give; the others follow from what happened."""

    OWN_WISH = "own_wish"
    OFFICE = "office"
    BASIS = "basis"
    FORCE_MAJEURE = "force_majeure"
    OTHER = "other"


class Ending(StrEnum):
    """How studies end."""

    GRADUATED = "graduated"
    EXPELLED = "expelled"
    LEFT = "left"


DECIDABLE = (
    Status.APPLIED,
    Status.DOCUMENTS_CHECKED,
    Status.RECOGNITION_PENDING,
    Status.RECOGNISED,
    Status.WAITING,
)
UNDECIDED = (Status.LEAD, *DECIDABLE)
NOT_BEGUN = (*UNDECIDED, Status.OFFERED, Status.ACCEPTED)
OFFERABLE = (Status.DOCUMENTS_CHECKED, Status.RECOGNISED, Status.WAITING)
STUDYING = (Status.ENROLLED, Status.ACADEMIC_LEAVE)
OVER = (Status.GRADUATED, Status.EXPELLED, Status.LEFT)
STAYING = (Status.ACCEPTED, *STUDYING, *OVER)
"""Who may be in the country, or on the way to it."""
ARRANGING = (Status.OFFERED, Status.ACCEPTED, *STUDYING)
"""For whom departments are asked for help."""
LIVING = (*NOT_BEGUN, *STUDYING)
WITH_A_PLACE = (Status.OFFERED, Status.ACCEPTED, *STUDYING)

BEFORE_ARRIVAL = (
    Migration.NOT_BEGUN,
    Migration.INVITED,
    Migration.VISA_PENDING,
    Migration.VISA_GRANTED,
    Migration.VISA_REFUSED,
)
WITH_A_PERMIT = (Migration.PERMIT_VALID, Migration.PERMIT_EXPIRING, Migration.PERMIT_RENEWED)
HERE = (Migration.ARRIVED, Migration.REGISTERED, Migration.PERMIT_APPLIED, *WITH_A_PERMIT, Migration.ENDED)
"""In the country; with `ended` the permit has run out, and somebody is still here until the departure."""

ENDINGS = {
    Status.ACCEPTED: (Ending.LEFT,),
    Status.ENROLLED: tuple(Ending),
    Status.ACADEMIC_LEAVE: (Ending.EXPELLED, Ending.LEFT),
}


def require_happened(on: date, today: date, path: str = "on") -> None:
    """What is written down as having happened lies not ahead."""
    if on > today:
        raise AdmissionInFuture(path, on=on)


def require_offer_in_reach(until: date, today: date) -> None:
    """An offer can still be answered when it is made."""
    if until < today:
        raise OfferOutOfReach("answer_until", until=until)


def require_offer_open(until: date | None, today: date) -> None:
    """An offer can be taken until the end of its last day, whether or not the clock has spoken."""
    if until is None or today > until:
        raise OfferOver(until=until)


def require_ending(status: str, ending: Ending, reason: str | None) -> None:
    """Only who studies graduates, only a student is expelled, and who does not graduate can read why."""
    if ending not in ENDINGS[Status(status)]:
        raise EndNotOpen("ending")
    if ending != Ending.GRADUATED and reason is None:
        raise EndWithoutReason("reason")
