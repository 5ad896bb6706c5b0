"""Signing an agreement: all approvals, all signatures, dates that hold, and one of a kind per partner."""

from collections.abc import Sequence
from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.agreements.evidence import EVIDENCE_REFUSALS, check_evidence
from korpu_partners.agreements.lifecycle import RUNNING, Status
from korpu_partners.agreements.messages.renewing import AgreementRenewed, AgreementSucceeded
from korpu_partners.agreements.messages.signing import AgreementInForce, AgreementSigned
from korpu_partners.agreements.objections import EndedAlready, NoEnd, TooLong
from korpu_partners.agreements.partners import as_written, refuse_a_second
from korpu_partners.agreements.records import Waivable
from korpu_partners.agreements.room import agreements
from korpu_partners.agreements.rules import check_dates
from korpu_partners.agreements.signatures import SIGNATURE_REFUSALS, NotApproved, Signature, signed_on
from korpu_partners.agreements.standing import AlreadyInForce, PartnerClosed, PartnerUnknown
from korpu_partners.agreements.succession import hand_over
from korpu_partners.agreements.tables import Agreement
from korpu_partners.people import DEPARTMENT

Signatures = Annotated[tuple[Signature, ...], Field(min_length=1, max_length=20)]


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
)
async def sign_agreement(agreement: Agreement, command: SignAgreement, uow: UnitOfWork) -> None:
    """Record the signatures of all parties under the terms that all have approved."""
    if agreement.status != Status.APPROVED:
        raise NotApproved(missing=", ".join(agreement.review.missing if agreement.review else ()))
    signatures = await _of_the_parties(agreement, command.signatures, uow)
    on = signed_on(agreement.parties, signatures, uow.today)
    await check_signatures(agreement, signatures, uow)
    long_allowed = any(waiver.rule is Waivable.LONG for waiver in agreement.waivers)
    check_dates(agreement.terms, on, long_allowed=long_allowed)
    agreement.signed_on, agreement.calendar_from = on, uow.today
    await refuse_a_second(agreement, uow)
    agreement.signatures, agreement.visit_id = signatures, command.visit_id
    agreement.signed_terms = agreement.version_of_terms(on)
    version = agreement.terms_version
    await uow.emit(agreement, AgreementSigned(on=on, terms_version=version, visit_id=command.visit_id))
    await begin(agreement, uow)


async def check_signatures(agreement: Agreement, signatures: Sequence[Signature], uow: UnitOfWork) -> None:
    """What is named as evidence of a signature is there."""
    for place, each in enumerate(signatures):
        await check_evidence(agreement, each.evidence, f"signatures.{place}.evidence", uow)


async def _of_the_parties(agreement: Agreement, given: Sequence[Signature], uow: UnitOfWork) -> tuple[Signature, ...]:
    """The signatures under the ids by which the terms name the parties, whatever was merged since."""
    return tuple(
        [
            each.model_copy(update={"organisation_id": await as_written(agreement.terms, each.organisation_id, uow)})
            for each in given
        ]
    )


async def begin(agreement: Agreement, uow: UnitOfWork) -> None:
    """Let a signed agreement come into force if its day has come, and take over from its predecessor."""
    first = agreement.takes_effect
    assert first is not None  # noqa: S101 -- what is signed takes effect on a day
    if first <= uow.today:
        await come_into_force(agreement, uow)
    await hand_over(agreement, first, uow)


async def come_into_force(agreement: Agreement, uow: UnitOfWork) -> None:
    """The first day has come."""
    first = agreement.takes_effect
    assert first is not None  # noqa: S101 -- what is signed takes effect on a day
    agreement.in_force_on = first
    await uow.emit(agreement, AgreementInForce(on=first))
