"""`SignAmendment`: record the signatures of all parties under an approved amendment."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Day
from korpu_partners.agreements.aggregate import agreements
from korpu_partners.agreements.domain.amendment_texts import Number, put
from korpu_partners.agreements.domain.amendments import AmendmentStatus, the_open
from korpu_partners.agreements.domain.lifecycle import BINDING
from korpu_partners.agreements.domain.requirements import require_amendment_approved, require_an_amendment
from korpu_partners.agreements.domain.rules import require_signable_dates
from korpu_partners.agreements.domain.signatures import SIGNATURE_REFUSALS, signed_on
from korpu_partners.agreements.facts import AgreementAmended, AgreementAmendmentSigned
from korpu_partners.agreements.policies.amendment_effect import take_effect
from korpu_partners.agreements.policies.evidence import EVIDENCE_REFUSALS
from korpu_partners.agreements.policies.signing import Signatures, require_signature_evidence
from korpu_partners.agreements.records import Waivable
from korpu_partners.agreements.refusals.amendments import AmendmentNotApproved, NoAmendment
from korpu_partners.agreements.refusals.terms import EndedAlready, NoEnd, TooLong
from korpu_partners.agreements.tables import Agreement
from korpu_partners.permissions import DEPARTMENT


class SignAmendment(Changes):
    """The signature of every party under an amendment, and the day from which it holds."""

    number: Number
    signatures: Annotated[Signatures, Field(description="One for each party; ours without an organisation.")]
    effective: Annotated[Day | None, Field(description="Left out: from the last signature.")] = None


@agreements.changes(
    who=DEPARTMENT,
    when=BINDING,
    emits=[AgreementAmendmentSigned, AgreementAmended],
    refuses=[
        NoAmendment,
        AmendmentNotApproved,
        *SIGNATURE_REFUSALS,
        NoEnd,
        EndedAlready,
        TooLong,
        *EVIDENCE_REFUSALS,
    ],
    requires=[require_an_amendment, require_amendment_approved],
)
async def sign_amendment(agreement: Agreement, command: SignAmendment, uow: UnitOfWork) -> None:
    """Record the signatures of all parties under an approved amendment."""
    amendment = the_open(agreement.amendments, command.number)
    on = signed_on(agreement.parties, command.signatures, uow.today)
    await require_signature_evidence(agreement, command.signatures, uow)
    effective = max(command.effective or on, on)
    long_allowed = any(waiver.rule is Waivable.LONG for waiver in agreement.waivers)
    require_signable_dates(amendment.terms, agreement.takes_effect or on, long_allowed=long_allowed)
    put(
        agreement,
        amendment,
        status=AmendmentStatus.SIGNED,
        signed_on=on,
        effective=effective,
        signatures=command.signatures,
    )
    await uow.emit(agreement, AgreementAmendmentSigned(number=amendment.number, on=on, effective=effective))
    if effective <= uow.today:
        await take_effect(agreement, amendment.number, uow)
