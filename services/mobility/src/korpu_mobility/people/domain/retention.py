"""How long people and their restricted documents are kept."""

from datetime import date, timedelta
from enum import StrEnum

from korpu_mobility.people.domain.lifecycle import Kind

KEPT_AFTER_EXPIRY = timedelta(days=365)
HEALTH_KEPT = timedelta(days=365)
PERSON_KEPT = timedelta(days=5 * 366)
APPLICANT_KEPT = timedelta(days=2 * 366)
LONGEST_KEPT = timedelta(days=10 * 366)


class DocumentKind(StrEnum):
    """What the restricted file holds."""

    PASSPORT = "passport"
    VISA = "visa"
    HEALTH = "health"


class PersonFileKind(StrEnum):
    """What a file of a person is."""

    CV = "cv"
    LANGUAGE_CERTIFICATE = "language_certificate"
    DIPLOMA = "diploma"
    PASSPORT_COPY = "passport_copy"


def file_keep_until(kind: PersonFileKind, recorded: date, expires: date | None) -> date | None:
    """The last day of a person's file: a passport's copy goes as the passport does, and so does all that expires.

    None: it goes with the person.
    """
    if expires is None and kind is not PersonFileKind.PASSPORT_COPY:
        return None
    return keep_until(DocumentKind.PASSPORT, recorded, expires)


def keep_until(kind: DocumentKind, recorded: date, expires: date | None) -> date:
    """The last day of a restricted document: a year after it expires, a health note a year after it was written."""
    if kind is DocumentKind.HEALTH:
        return recorded + HEALTH_KEPT
    return min(max(expires or recorded, recorded) + KEPT_AFTER_EXPIRY, recorded + LONGEST_KEPT)


def known_until(kind: str, last: date) -> date:
    """The last day on which we know who somebody was: five years after we last met, two for an applicant."""
    return last + (APPLICANT_KEPT if kind == Kind.APPLICANT else PERSON_KEPT)
