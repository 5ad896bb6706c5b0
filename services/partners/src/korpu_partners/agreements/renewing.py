"""Going on with an agreement: a successor, a declined renewal, and the review of what has no end."""

from datetime import date, timedelta
from typing import Annotated

from pydantic import Field

from korpu_chassis.codes import Day, Text
from korpu_chassis.commands import Changes
from korpu_chassis.work import Work
from korpu_partners.agreements import messages as says
from korpu_partners.agreements.drafting import drafted
from korpu_partners.agreements.endings import Initiative, NonRenewal
from korpu_partners.agreements.lifecycle import BINDING, RUNNING, Status
from korpu_partners.agreements.records import Origin
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
from korpu_partners.agreements.routes import DatedInTheFuture, Evidence
from korpu_partners.agreements.rules import TERMS_REFUSALS, check_terms
from korpu_partners.agreements.tables import Agreement
from korpu_partners.agreements.terms import Terms
from korpu_partners.people import DEPARTMENT


class RenewAgreement(Changes):
    """The next period; left out, it follows without a gap and is as long as the present one."""

    starts: Day | None = None
    ends: Day | None = None


@agreements.changes(
    who=DEPARTMENT,
    when=[*RUNNING, Status.SUSPENDED, Status.EXPIRED],
    says=[says.AgreementDrafted, says.AgreementRenewalBegun],
    refuses=[HasSuccessor, NothingToRenew, *TERMS_REFUSALS],
)
async def renew_agreement(agreement: Agreement, command: RenewAgreement, work: Work) -> None:
    """Draft a successor with the same terms for the next period; what was signed stays as it is."""
    if agreement.successor_id:
        raise HasSuccessor
    began, ended = agreement.takes_effect, agreement.ends
    if began is None or ended is None:
        raise NothingToRenew
    starts = command.starts or ended + timedelta(days=1)
    terms = successor_terms(agreement.terms, began, starts, command.ends or same_length(began, ended, starts))
    check_terms(terms)
    successor = await succeeding(agreement, terms, work)
    await work.say(successor, says.AgreementDrafted())
    agreement.successor_id = successor.id
    await work.say(agreement, says.AgreementRenewalBegun(successor_id=successor.id))


async def succeeding(agreement: Agreement, terms: Terms, work: Work) -> Agreement:
    """A draft that knows its predecessor, belongs to the same people and tells the same story."""
    work.correlation_id = work.correlation_id or agreement.correlation_id
    successor = await drafted(terms, agreement.title, work)
    successor.predecessor_id, successor.unit = agreement.id, agreement.unit
    successor.owner, successor.backup = agreement.owner, agreement.backup
    successor.origin = Origin(kind="agreement", id=agreement.id)
    return successor


async def drop_renewal(successor: Agreement, work: Work) -> None:
    """Let the predecessor of an abandoned agreement be renewed in another way."""
    if successor.predecessor_id is None:
        return
    agreement = await work.lock(Agreement, successor.predecessor_id)
    agreement.successor_id = None
    await work.say(agreement, says.AgreementRenewalDropped(successor_id=successor.id))


async def hand_over(successor: Agreement, on: date, work: Work) -> None:
    """Let a signed successor take over from its predecessor on a day."""
    if successor.predecessor_id is None:
        return
    agreement = await work.lock(Agreement, successor.predecessor_id)
    agreement.renews_on = on
    await work.say(agreement, says.AgreementSucceeded(successor_id=successor.id, on=on))
    if on <= work.today:
        await renewed(agreement, work)


async def renewed(agreement: Agreement, work: Work) -> None:
    """The successor has taken over."""
    assert agreement.successor_id  # noqa: S101 -- only a successor makes it renewed
    assert agreement.renews_on  # noqa: S101 -- and says from when
    agreement.renewed_on = agreement.renews_on
    await work.say(agreement, says.AgreementRenewed(successor_id=agreement.successor_id, on=agreement.renews_on))


class DeclineRenewal(Changes):
    """Who does not want it to go on, since when, and the paper that says so."""

    wished_by: Initiative
    on: Annotated[Day, Field(description="The day of the notice.")]
    document: Evidence
    reason: Text


@agreements.changes(
    who=DEPARTMENT,
    when=BINDING,
    says=[says.AgreementRenewalDeclined],
    refuses=[NothingToRenew, NoticeTooLate, DatedInTheFuture, HasSuccessor],
)
async def decline_renewal(agreement: Agreement, command: DeclineRenewal, work: Work) -> None:
    """Record notice that the agreement shall end on its last day; one that renews itself needs it in time."""
    if agreement.ends is None:
        raise NothingToRenew
    if agreement.successor_id:
        raise HasSuccessor
    if command.on > work.today:
        raise DatedInTheFuture("on", on=command.on.isoformat())
    latest = notice_date(agreement.ends, agreement.renewal)
    if renews_itself(agreement.terms) and command.on > latest:
        raise NoticeTooLate("on", date=latest.isoformat())
    agreement.non_renewal = NonRenewal(
        on=command.on, wished_by=command.wished_by, document=command.document, reason=command.reason
    )
    await work.say(agreement, says.AgreementRenewalDeclined(wished_by=command.wished_by, reason=command.reason))


class RecordReview(Changes):
    """Somebody has looked whether the agreement still serves."""

    on: Day


@agreements.changes(
    who=DEPARTMENT, when=BINDING, says=[says.AgreementReviewed], refuses=[NothingToReview, DatedInTheFuture]
)
async def record_review(agreement: Agreement, command: RecordReview, work: Work) -> None:
    """Record the review of an evergreen agreement; the next one is due a period later."""
    if not agreement.evergreen:
        raise NothingToReview
    if command.on > work.today:
        raise DatedInTheFuture("on", on=command.on.isoformat())
    agreement.reviewed_on = command.on
    await work.say(agreement, says.AgreementReviewed(on=command.on))
