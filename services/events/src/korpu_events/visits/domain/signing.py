"""A signing at a visit: it names an agreement, and warns of one that is not ready."""

from korpu_chassis.refusals import Notice
from korpu_events.visits.parts import ProgrammeItem
from korpu_events.visits.refusals.signatures import (
    AgreementAlreadySigned,
    AgreementNotApproved,
    AgreementNotHeard,
    SigningWithoutAgreement,
)

SIGNING_NOTICES: dict[str, type[Notice]] = {
    each.code: each for each in (AgreementNotApproved, AgreementNotHeard, AgreementAlreadySigned)
}


def require_named_agreement(item: ProgrammeItem) -> None:
    """A signing says what is signed."""
    if item.kind == "signing" and item.agreement_id is None:
        raise SigningWithoutAgreement("agreement_id")


def signing_warning(status: str | None, *, signed: bool) -> str | None:
    """What the officer should know about an agreement that is to be signed; nothing when it is approved."""
    if status is None:
        return AgreementNotHeard.code
    if signed:
        return AgreementAlreadySigned.code
    return None if status == "approved" else AgreementNotApproved.code
