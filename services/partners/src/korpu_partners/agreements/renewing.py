"""Going on with an agreement: a successor, a declined renewal, and the review of what has no end."""

from datetime import timedelta
from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Day, Text
from korpu_partners.agreements.endings import Initiative, NonRenewal
from korpu_partners.agreements.evidence import EVIDENCE_REFUSALS, check_evidence
from korpu_partners.agreements.lifecycle import BINDING, RUNNING, Status
from korpu_partners.agreements.messages.drafting import AgreementDrafted
from korpu_partners.agreements.messages.renewing import (
    AgreementRenewalBegun,
    AgreementRenewalDeclined,
    AgreementReviewed,
)
from korpu_partners.agreements.objections import TERMS_REFUSALS
from korpu_partners.agreements.records import DatedInTheFuture, Evidence
from korpu_partners.agreements.renewal import (
    HasSuccessor,
    NothingToRenew,
    NothingToReview,
    NoticeTooLate,
    notice_date,
    renews_itself,
    same_length,
    successor_terms,
)
from korpu_partners.agreements.room import agreements
from korpu_partners.agreements.rules import check_terms
from korpu_partners.agreements.succession import succeeding
from korpu_partners.agreements.tables import Agreement
from korpu_partners.people import DEPARTMENT


class RenewAgreement(Changes):
    """The next period; left out, it follows without a gap and is as long as the present one."""

    starts: Day | None = None
    ends: Day | None = None


@agreements.changes(
    who=DEPARTMENT,
    when=[*RUNNING, Status.SUSPENDED, Status.EXPIRED],
    emits=[AgreementDrafted, AgreementRenewalBegun],
    refuses=[HasSuccessor, NothingToRenew, *TERMS_REFUSALS],
)
async def renew_agreement(agreement: Agreement, command: RenewAgreement, uow: UnitOfWork) -> None:
    """Draft a successor with the same terms for the next period; what was signed stays as it is."""
    if agreement.successor_id:
        raise HasSuccessor
    began, ended = agreement.takes_effect, agreement.ends
    if began is None or ended is None:
        raise NothingToRenew
    starts = command.starts or ended + timedelta(days=1)
    terms = successor_terms(agreement.terms, began, starts, command.ends or same_length(began, ended, starts))
    check_terms(terms)
    successor = await succeeding(agreement, terms, uow)
    await uow.emit(successor, AgreementDrafted())
    agreement.successor_id = successor.id
    await uow.emit(agreement, AgreementRenewalBegun(successor_id=successor.id))


class DeclineRenewal(Changes):
    """Who does not want it to go on, since when, and the paper that says so."""

    wished_by: Initiative
    on: Annotated[Day, Field(description="The day of the notice.")]
    document: Evidence
    reason: Text


@agreements.changes(
    who=DEPARTMENT,
    when=BINDING,
    emits=[AgreementRenewalDeclined],
    refuses=[NothingToRenew, NoticeTooLate, DatedInTheFuture, HasSuccessor, *EVIDENCE_REFUSALS],
)
async def decline_renewal(agreement: Agreement, command: DeclineRenewal, uow: UnitOfWork) -> None:
    """Record notice that the agreement shall end on its last day; one that renews itself needs it in time."""
    if agreement.ends is None:
        raise NothingToRenew
    if agreement.successor_id:
        raise HasSuccessor
    if command.on > uow.today:
        raise DatedInTheFuture("on", on=command.on.isoformat())
    latest = notice_date(agreement.ends, agreement.renewal)
    if renews_itself(agreement.terms) and command.on > latest:
        raise NoticeTooLate("on", date=latest.isoformat())
    await check_evidence(agreement, command.document, "document", uow)
    agreement.non_renewal = NonRenewal(
        on=command.on, wished_by=command.wished_by, document=command.document, reason=command.reason
    )
    await uow.emit(agreement, AgreementRenewalDeclined(wished_by=command.wished_by, reason=command.reason))


class RecordReview(Changes):
    """Somebody has looked whether the agreement still serves."""

    on: Day


@agreements.changes(
    who=DEPARTMENT, when=BINDING, emits=[AgreementReviewed], refuses=[NothingToReview, DatedInTheFuture]
)
async def record_review(agreement: Agreement, command: RecordReview, uow: UnitOfWork) -> None:
    """Record the review of an evergreen agreement; the next one is due a period later."""
    if not agreement.evergreen:
        raise NothingToReview
    if command.on > uow.today:
        raise DatedInTheFuture("on", on=command.on.isoformat())
    agreement.reviewed_on = command.on
    await uow.emit(agreement, AgreementReviewed(on=command.on))
