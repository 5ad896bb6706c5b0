"""`RecordSignedAgreement`: enter an agreement that was signed before."""

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.agreements.aggregate import agreements
from korpu_partners.agreements.domain.lifecycle import BINDING, OVER
from korpu_partners.agreements.facts import AgreementRecorded
from korpu_partners.agreements.inputs import RecordSignedAgreement
from korpu_partners.agreements.policies.evidence import EVIDENCE_REFUSALS
from korpu_partners.agreements.policies.history import enter, of_the_past
from korpu_partners.agreements.refusals.obligations import AlreadyInForce, PartnerClosed, PartnerUnknown
from korpu_partners.agreements.refusals.signatures import SignedInTheFuture
from korpu_partners.agreements.refusals.terms import TERMS_REFUSALS, EndedAlready, NoEnd
from korpu_partners.agreements.tables import Agreement
from korpu_partners.permissions import DEPARTMENT


@agreements.creates(
    who=DEPARTMENT,
    to=[*BINDING, *OVER],
    emits=[AgreementRecorded],
    refuses=[
        *TERMS_REFUSALS,
        NoEnd,
        EndedAlready,
        SignedInTheFuture,
        PartnerUnknown,
        PartnerClosed,
        AlreadyInForce,
        *EVIDENCE_REFUSALS,
    ],
)
async def record_signed_agreement(command: RecordSignedAgreement, uow: UnitOfWork) -> Agreement:
    """Enter an agreement that was signed before; it needs no review, and reminds nobody of what is past."""
    agreement = await of_the_past(command, uow)
    await enter(agreement, uow)
    return agreement
