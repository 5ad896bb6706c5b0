"""What must hold of an agreement as it stands before a command is open, whatever the command says."""

from korpu_partners.agreements.domain.amendments import AmendmentStatus, open_amendment, require_none_open
from korpu_partners.agreements.domain.lifecycle import Status
from korpu_partners.agreements.refusals.amendments import AmendmentNotApproved, NoAmendment
from korpu_partners.agreements.refusals.renewals import HasSuccessor, NothingToRenew, NothingToReview
from korpu_partners.agreements.refusals.signatures import NotApproved
from korpu_partners.agreements.tables import Agreement


def require_approved(agreement: Agreement) -> None:
    """All whose approval is needed have given it."""
    if agreement.status != Status.APPROVED:
        raise NotApproved(missing=", ".join(agreement.review.missing if agreement.review else ()))


def require_an_amendment(agreement: Agreement) -> None:
    """An amendment is open."""
    if open_amendment(agreement.amendments) is None:
        raise NoAmendment("number")


def require_no_amendment(agreement: Agreement) -> None:
    """No amendment is unsettled: they come one after the other."""
    require_none_open(agreement.amendments)


def require_amendment_approved(agreement: Agreement) -> None:
    """All whose approval the open amendment needs have given it."""
    amendment = open_amendment(agreement.amendments)
    if amendment and amendment.status is not AmendmentStatus.APPROVED:
        raise AmendmentNotApproved("number", missing=", ".join(amendment.review.missing))


def require_end(agreement: Agreement) -> None:
    """Only what ends is renewed, or not."""
    if agreement.takes_effect is None or agreement.ends is None:
        raise NothingToRenew


def require_no_successor(agreement: Agreement) -> None:
    """An agreement goes on once."""
    if agreement.successor_id:
        raise HasSuccessor


def require_evergreen(agreement: Agreement) -> None:
    """Only what has no end is looked at again."""
    if not agreement.evergreen:
        raise NothingToReview
