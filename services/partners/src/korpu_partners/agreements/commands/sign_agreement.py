"""`SignAgreement`: record the signatures of all parties under the terms that all have approved."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.agreements.aggregate import agreements
from korpu_partners.agreements.domain.lifecycle import RUNNING, Status
from korpu_partners.agreements.domain.requirements import require_approved
from korpu_partners.agreements.domain.rules import require_signable_dates
from korpu_partners.agreements.domain.signatures import SIGNATURE_REFUSALS, signed_on
from korpu_partners.agreements.facts import AgreementInForce, AgreementRenewed, AgreementSigned, AgreementSucceeded
from korpu_partners.agreements.policies.evidence import EVIDENCE_REFUSALS
from korpu_partners.agreements.policies.parties import require_only_one
from korpu_partners.agreements.policies.signing import Signatures, begin, of_the_parties, require_signature_evidence
from korpu_partners.agreements.records import Waivable
from korpu_partners.agreements.refusals.obligations import AlreadyInForce, PartnerClosed, PartnerUnknown
from korpu_partners.agreements.refusals.signatures import NotApproved
from korpu_partners.agreements.refusals.terms import EndedAlready, NoEnd, TooLong
from korpu_partners.agreements.tables import Agreement
from korpu_partners.permissions import DEPARTMENT


class SignAgreement(Changes):
    """The signature of every party, and the visit at which they met, if they did."""

    signatures: Annotated[Signatures, Field(description="One for each party; ours without an organisation.")]
    visit_id: UUID | None = None


@agreements.changes(
    who=DEPARTMENT,
    when=[Status.IN_REVIEW, Status.APPROVED],
    to={Status.APPROVED: [Status.AWAITING_START, *RUNNING, Status.EXPIRED]},
    emits=[AgreementSigned, AgreementInForce, AgreementSucceeded, AgreementRenewed],
    refuses=[
        NotApproved,
        *SIGNATURE_REFUSALS,
        NoEnd,
        EndedAlready,
        TooLong,
        AlreadyInForce,
        PartnerUnknown,
        PartnerClosed,
        *EVIDENCE_REFUSALS,
    ],
    requires=[require_approved],
)
async def sign_agreement(agreement: Agreement, command: SignAgreement, uow: UnitOfWork) -> None:
    """Record the signatures of all parties under the terms that all have approved."""
    signatures = await of_the_parties(agreement, command.signatures, uow)
    on = signed_on(agreement.parties, signatures, uow.today)
    await require_signature_evidence(agreement, signatures, uow)
    long_allowed = any(waiver.rule is Waivable.LONG for waiver in agreement.waivers)
    require_signable_dates(agreement.terms, on, long_allowed=long_allowed)
    agreement.signed_on, agreement.calendar_from = on, uow.today
    await require_only_one(agreement, uow)
    agreement.signatures, agreement.visit_id = signatures, command.visit_id
    agreement.signed_terms = agreement.version_of_terms(on)
    version = agreement.terms_version
    await uow.emit(agreement, AgreementSigned(on=on, terms_version=version, visit_id=command.visit_id))
    await begin(agreement, uow)
