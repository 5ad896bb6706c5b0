"""Amendments: numbered changes of signed terms, with approvals and signatures of their own."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from korpu_chassis.i18n.text import LocalizedText
from korpu_chassis.validation.codes import Text
from korpu_partners.agreements.domain.reviews import Review
from korpu_partners.agreements.domain.signatures import Signature
from korpu_partners.agreements.refusals.amendments import AmendmentOpen, AmendsNothing, NoAmendment
from korpu_partners.agreements.terms import Terms, Value, terms_hash


class AmendmentStatus(StrEnum):
    """Where an amendment stands."""

    IN_REVIEW = "in_review"
    APPROVED = "approved"
    SIGNED = "signed"
    IN_EFFECT = "in_effect"
    DROPPED = "dropped"


OPEN = (AmendmentStatus.IN_REVIEW, AmendmentStatus.APPROVED)
SETTLED = (AmendmentStatus.IN_EFFECT, AmendmentStatus.DROPPED)


class Amendment(Value):
    """One numbered change: the terms as they shall be, who agrees, who has signed, and from when."""

    number: int
    title: LocalizedText
    status: AmendmentStatus
    terms: Terms
    terms_hash: str
    review: Review
    author: str
    proposed_on: date
    effective: date | None = None
    signed_on: date | None = None
    signatures: tuple[Signature, ...] = ()
    reason: Text | None = None


def open_amendment(amendments: Sequence[Amendment]) -> Amendment | None:
    """The amendment that waits for approvals or signatures, if there is one."""
    return next((each for each in amendments if each.status in OPEN), None)


def the_open(amendments: Sequence[Amendment], number: int) -> Amendment:
    """The open amendment with this number."""
    found = open_amendment(amendments)
    if found is None or found.number != number:
        raise NoAmendment("number")
    return found


def replaced(amendments: Sequence[Amendment], changed: Amendment) -> tuple[Amendment, ...]:
    """The amendments with this one as it now is; the others stay untouched."""
    return tuple(changed if each.number == changed.number else each for each in amendments)


def require_none_open(amendments: Sequence[Amendment]) -> None:
    """The next amendment may be proposed: every earlier one is settled."""
    if found := next((each for each in amendments if each.status not in SETTLED), None):
        raise AmendmentOpen(number=found.number)


def require_amends(current: Terms, proposed: Terms) -> None:
    """An amendment changes what an amendment can change: no translations alone."""
    same_frame = (proposed.kind, proposed.parties) == (current.kind, current.parties)
    if not same_frame or terms_hash(proposed) == terms_hash(current):
        raise AmendsNothing("terms")
