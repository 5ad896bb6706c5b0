"""Signing an amendment, and the day on which it takes effect."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Day
from korpu_partners.agreements.amending import Number, put
from korpu_partners.agreements.amendments import AmendmentNotApproved, AmendmentStatus, NoAmendment, the_open
from korpu_partners.agreements.evidence import EVIDENCE_REFUSALS
from korpu_partners.agreements.lifecycle import BINDING
from korpu_partners.agreements.messages.amending import AgreementAmended, AgreementAmendmentSigned
from korpu_partners.agreements.objections import EndedAlready, NoEnd, TooLong
from korpu_partners.agreements.records import Waivable
from korpu_partners.agreements.room import agreements
from korpu_partners.agreements.rules import check_dates
from korpu_partners.agreements.signatures import SIGNATURE_REFUSALS, signed_on
from korpu_partners.agreements.signing import Signatures, check_signatures
from korpu_partners.agreements.tables import Agreement
from korpu_partners.people import DEPARTMENT


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
)
async def sign_amendment(agreement: Agreement, command: SignAmendment, uow: UnitOfWork) -> None:
    """Record the signatures of all parties under an approved amendment."""
    amendment = the_open(agreement.amendments, command.number)
    if amendment.status is not AmendmentStatus.APPROVED:
        raise AmendmentNotApproved("number", missing=", ".join(amendment.review.missing))
    on = signed_on(agreement.parties, command.signatures, uow.today)
    await check_signatures(agreement, command.signatures, uow)
    effective = max(command.effective or on, on)
    long_allowed = any(waiver.rule is Waivable.LONG for waiver in agreement.waivers)
    check_dates(amendment.terms, agreement.takes_effect or on, long_allowed=long_allowed)
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


async def take_effect(agreement: Agreement, number: int, uow: UnitOfWork) -> None:
    """Let the terms of a signed amendment hold from now on; the signed ones before stay readable."""
    amendment = next(each for each in agreement.amendments if each.number == number)
    assert amendment.effective  # noqa: S101 -- a signed amendment has its day
    agreement.former_terms = (*agreement.former_terms, agreement.version_of_terms(amendment.effective))
    agreement.terms, agreement.terms_hash = amendment.terms, amendment.terms_hash
    agreement.terms_version = amendment.review.terms_version
    agreement.calendar_from = max(amendment.effective, agreement.calendar_from or amendment.effective)
    put(agreement, amendment, status=AmendmentStatus.IN_EFFECT)
    await uow.emit(agreement, AgreementAmended(number=number, terms_version=agreement.terms_version))
