"""Amending what was signed: proposed, approved and signed like an agreement, in effect from its own day."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.codes import Day, Text, whole_number
from korpu_chassis.commands import Changes
from korpu_chassis.text import LocalizedText, Texts
from korpu_chassis.work import Work
from korpu_partners.agreements import messages as says
from korpu_partners.agreements.amendments import (
    Amendment,
    AmendmentNotApproved,
    AmendmentOpen,
    AmendmentStatus,
    AmendsNothing,
    NoAmendment,
    check_amendment,
    replaced,
    the_open,
)
from korpu_partners.agreements.changing import NewTerms, rewritten
from korpu_partners.agreements.lifecycle import BINDING, ApproverIsAuthor, NotYourStep
from korpu_partners.agreements.records import Waivable
from korpu_partners.agreements.reviewing import OURS, PartnerSaysYes, check_step, partner_approval
from korpu_partners.agreements.room import agreements
from korpu_partners.agreements.routes import Approval, DatedInTheFuture, NotItsTurn, Step, approve, review_of
from korpu_partners.agreements.rules import TERMS_REFUSALS, EndedAlready, NoEnd, TooLong, check_dates, check_terms
from korpu_partners.agreements.signatures import SIGNATURE_REFUSALS, signed_on
from korpu_partners.agreements.signing import Signatures
from korpu_partners.agreements.tables import Agreement
from korpu_partners.agreements.terms import terms_hash
from korpu_partners.people import DEPARTMENT

Number = Annotated[int, Field(ge=1, le=10_000, description="The number of the amendment."), whole_number]


class ProposeAmendment(NewTerms):
    """What shall be other than signed; what is left out stays."""

    title: Texts


@agreements.changes(
    who=DEPARTMENT,
    when=BINDING,
    says=[says.AgreementAmendmentProposed],
    refuses=[AmendmentOpen, AmendsNothing, *TERMS_REFUSALS],
)
async def propose_amendment(agreement: Agreement, command: ProposeAmendment, work: Work) -> None:
    """Propose the next numbered amendment, and send it round for review; the signed terms stay as they are."""
    terms = rewritten(agreement.terms, command)
    check_terms(terms)
    check_amendment(agreement.amendments, agreement.terms, terms)
    digest, version = terms_hash(terms), agreement.terms_version + 1
    amendment = Amendment(
        number=len(agreement.amendments) + 1,
        title=LocalizedText.of(command.title),
        status=AmendmentStatus.IN_REVIEW,
        terms=terms,
        terms_hash=digest,
        review=review_of(terms, version, digest, agreement.unit, work.today),
        author=work.principal.subject,
        proposed_on=work.today,
    )
    agreement.amendments = (*agreement.amendments, amendment)
    await work.say(agreement, says.AgreementAmendmentProposed(number=amendment.number))


class ApproveAmendment(Changes):
    """One office's yes to an amendment."""

    number: Number
    step: Annotated[Step, Field(description="The caller's office.")]
    remark: Text | None = None


@agreements.changes(
    who=OURS,
    when=BINDING,
    says=[says.AgreementAmendmentApprovalGiven, says.AgreementAmendmentApproved],
    refuses=[NoAmendment, ApproverIsAuthor, NotYourStep, NotItsTurn],
)
async def approve_amendment(agreement: Agreement, command: ApproveAmendment, work: Work) -> None:
    """Approve an amendment for an office of the university; nobody approves what they wrote."""
    amendment = the_open(agreement.amendments, command.number)
    if command.step is Step.PARTNER:
        raise NotYourStep("step", step=command.step.value)
    check_step(command.step, agreement, work)
    if amendment.author == work.principal.subject:
        raise ApproverIsAuthor
    approval = Approval(
        by=command.step,
        terms_version=amendment.review.terms_version,
        terms_hash=amendment.terms_hash,
        on=work.today,
        subject=work.principal.subject,
        remark=command.remark,
    )
    await _give(agreement, amendment, approval, work)


class RecordAmendmentApproval(PartnerSaysYes):
    """The partner's yes to an amendment, with the letter or minute that it stands in."""

    number: Number


@agreements.changes(
    who=DEPARTMENT,
    when=BINDING,
    says=[says.AgreementAmendmentApprovalGiven, says.AgreementAmendmentApproved],
    refuses=[NoAmendment, NotItsTurn, DatedInTheFuture],
)
async def record_amendment_approval(agreement: Agreement, command: RecordAmendmentApproval, work: Work) -> None:
    """Record that the partner approves an amendment, with evidence."""
    amendment = the_open(agreement.amendments, command.number)
    approval = partner_approval(command, amendment.review.terms_version, amendment.terms_hash, work)
    await _give(agreement, amendment, approval, work)


async def _give(agreement: Agreement, amendment: Amendment, approval: Approval, work: Work) -> None:
    review = approve(amendment.review, approval, work.today)
    status = amendment.status if review.missing else AmendmentStatus.APPROVED
    _put(agreement, amendment, review=review, status=status)
    number = amendment.number
    given = says.AgreementAmendmentApprovalGiven(
        number=number, by=approval.by, organisation_id=approval.organisation_id
    )
    await work.say(agreement, given)
    if not review.missing:
        await work.say(agreement, says.AgreementAmendmentApproved(number=number))


class SignAmendment(Changes):
    """The signature of every party under an amendment, and the day from which it holds."""

    number: Number
    signatures: Annotated[Signatures, Field(description="One for each party; ours without an organisation.")]
    effective: Annotated[Day | None, Field(description="Left out: from the last signature.")] = None


@agreements.changes(
    who=DEPARTMENT,
    when=BINDING,
    says=[says.AgreementAmendmentSigned, says.AgreementAmended],
    refuses=[NoAmendment, AmendmentNotApproved, *SIGNATURE_REFUSALS, NoEnd, EndedAlready, TooLong],
)
async def sign_amendment(agreement: Agreement, command: SignAmendment, work: Work) -> None:
    """Record the signatures of all parties under an approved amendment."""
    amendment = the_open(agreement.amendments, command.number)
    if amendment.status is not AmendmentStatus.APPROVED:
        raise AmendmentNotApproved("number", missing=", ".join(amendment.review.missing))
    on = signed_on(agreement.parties, command.signatures, work.today)
    effective = max(command.effective or on, on)
    long_allowed = any(waiver.rule is Waivable.LONG for waiver in agreement.waivers)
    check_dates(amendment.terms, agreement.takes_effect or on, long_allowed=long_allowed)
    _put(
        agreement,
        amendment,
        status=AmendmentStatus.SIGNED,
        signed_on=on,
        effective=effective,
        signatures=command.signatures,
    )
    await work.say(agreement, says.AgreementAmendmentSigned(number=amendment.number, on=on, effective=effective))
    if effective <= work.today:
        await take_effect(agreement, amendment.number, work)


async def take_effect(agreement: Agreement, number: int, work: Work) -> None:
    """Let the terms of a signed amendment hold from now on; the signed ones before stay readable."""
    amendment = next(each for each in agreement.amendments if each.number == number)
    assert amendment.effective  # noqa: S101 -- a signed amendment has its day
    agreement.former_terms = (*agreement.former_terms, agreement.version_of_terms(amendment.effective))
    agreement.terms, agreement.terms_hash = amendment.terms, amendment.terms_hash
    agreement.terms_version = amendment.review.terms_version
    agreement.calendar_from = max(amendment.effective, agreement.calendar_from or amendment.effective)
    _put(agreement, amendment, status=AmendmentStatus.IN_EFFECT)
    await work.say(agreement, says.AgreementAmended(number=number, terms_version=agreement.terms_version))


class DropAmendment(Changes):
    """Why the amendment will not be agreed; the reason is shown to those concerned."""

    number: Number
    reason: Text


@agreements.changes(
    who=[*DEPARTMENT, *OURS], when=BINDING, says=[says.AgreementAmendmentDropped], refuses=[NoAmendment]
)
async def drop_amendment(agreement: Agreement, command: DropAmendment, work: Work) -> None:
    """Give an amendment up, by the department or by a reviewer who does not agree; another may be proposed."""
    amendment = the_open(agreement.amendments, command.number)
    _put(agreement, amendment, status=AmendmentStatus.DROPPED, reason=command.reason)
    await work.say(agreement, says.AgreementAmendmentDropped(number=amendment.number, reason=command.reason))


def _put(agreement: Agreement, amendment: Amendment, **changed: object) -> None:
    agreement.amendments = replaced(agreement.amendments, amendment.model_copy(update=changed))
