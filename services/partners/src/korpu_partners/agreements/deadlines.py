"""What the clock says about agreements, each fact once, on the day that the dates name."""

from korpu_chassis.clock import BAKU
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.deadlines import Deadline
from korpu_partners.agreements.aggregate import agreements
from korpu_partners.agreements.domain.renewal import prolonged
from korpu_partners.agreements.domain.review_steps import review_of_agreement
from korpu_partners.agreements.facts import (
    AgreementAmended,
    AgreementContinued,
    AgreementExpired,
    AgreementExpiring,
    AgreementInForce,
    AgreementNoticeDatePassed,
    AgreementReminded,
    AgreementRenewed,
    AgreementResumed,
    AgreementReviewDue,
    AgreementReviewOverdue,
    AgreementTerminated,
)
from korpu_partners.agreements.policies.amendment_effect import take_effect
from korpu_partners.agreements.policies.resumption import resume
from korpu_partners.agreements.policies.signing import come_into_force
from korpu_partners.agreements.policies.succession import renewed, succeeding
from korpu_partners.agreements.policies.termination import end
from korpu_partners.agreements.tables import Agreement


@agreements.due("in-force", emits=[AgreementInForce])
async def in_force(agreement: Agreement, deadline: Deadline, uow: UnitOfWork) -> None:
    """The first day has come."""
    await come_into_force(agreement, uow)


@agreements.due("reminder-*", emits=[AgreementReminded], untrue_later=True)
async def reminder(agreement: Agreement, deadline: Deadline, uow: UnitOfWork) -> None:
    """Those who look after the agreement are told how many days are left."""
    assert agreement.ends  # noqa: S101 -- there is no reminder of an end that is not
    recipients = tuple(each for each in (agreement.owner, agreement.backup) if each)
    days = int(deadline.rule.removeprefix("reminder-"))
    await uow.emit(agreement, AgreementReminded(days=days, ends=agreement.ends, recipients=recipients))


@agreements.due("expiring", emits=[AgreementExpiring])
async def expiring(agreement: Agreement, deadline: Deadline, uow: UnitOfWork) -> None:
    """The end is near."""
    assert agreement.ends  # noqa: S101 -- only what ends can be expiring
    await uow.emit(agreement, AgreementExpiring(ends=agreement.ends))


@agreements.due("notice-date", emits=[AgreementNoticeDatePassed])
async def notice_date_passed(agreement: Agreement, deadline: Deadline, uow: UnitOfWork) -> None:
    """Nobody has declined in time, so the agreement will renew itself."""
    assert agreement.ends  # noqa: S101 -- only what ends renews itself
    await uow.emit(agreement, AgreementNoticeDatePassed(ends=agreement.ends))


@agreements.due("expired", emits=[AgreementExpired])
async def expired(agreement: Agreement, deadline: Deadline, uow: UnitOfWork) -> None:
    """The last day is over."""
    assert agreement.ends  # noqa: S101 -- only what ends expires
    agreement.expired_on = agreement.ends
    await uow.emit(agreement, AgreementExpired(on=agreement.ends))


@agreements.due("terminated", emits=[AgreementTerminated])
async def terminated(agreement: Agreement, deadline: Deadline, uow: UnitOfWork) -> None:
    """The notice period is over."""
    await end(agreement, uow)


@agreements.due("renewed", emits=[AgreementRenewed])
async def taken_over(agreement: Agreement, deadline: Deadline, uow: UnitOfWork) -> None:
    """The successor's first day has come."""
    await renewed(agreement, uow)


@agreements.due("suspension-over", emits=[AgreementResumed])
async def suspension_over(agreement: Agreement, deadline: Deadline, uow: UnitOfWork) -> None:
    """The last day of the suspension is over."""
    await resume(agreement, uow)


@agreements.due("amendment-*", emits=[AgreementAmended])
async def amended(agreement: Agreement, deadline: Deadline, uow: UnitOfWork) -> None:
    """The day has come from which a signed amendment holds."""
    await take_effect(agreement, int(deadline.rule.removeprefix("amendment-")), uow)


@agreements.due("review-due", emits=[AgreementReviewDue])
async def review_due(agreement: Agreement, deadline: Deadline, uow: UnitOfWork) -> None:
    """It is time to look whether an agreement without an end still serves."""
    await uow.emit(agreement, AgreementReviewDue(on=uow.today))


@agreements.due("renews-itself", emits=[AgreementContinued, AgreementInForce, AgreementRenewed])
async def renews_itself(agreement: Agreement, deadline: Deadline, uow: UnitOfWork) -> None:
    """Nobody has declined: a successor goes on under the clause that both have signed, for the agreed period."""
    assert agreement.takes_effect  # noqa: S101 -- what renews itself was signed
    successor = await succeeding(agreement, prolonged(agreement.terms, agreement.takes_effect), uow)
    assert successor.starts  # noqa: S101 -- the next period begins the day after this one
    successor.author, successor.terms_author = agreement.author, agreement.terms_author
    successor.approved_on, successor.signed_on = agreement.approved_on, agreement.signed_on
    successor.signatures, successor.waivers = agreement.signatures, agreement.waivers
    successor.signed_terms, successor.calendar_from = successor.version_of_terms(successor.starts), successor.starts
    await uow.emit(successor, AgreementContinued(predecessor_id=agreement.id))
    await come_into_force(successor, uow)
    agreement.successor_id, agreement.renews_on = successor.id, successor.starts
    await renewed(agreement, uow)


@agreements.due("review-overdue", emits=[AgreementReviewOverdue])
async def review_overdue(agreement: Agreement, deadline: Deadline, uow: UnitOfWork) -> None:
    """The steps that should have been decided by now are named."""
    day = deadline.at.astimezone(BAKU).date()
    late = tuple(each.step for each in review_of_agreement(agreement).open if each.due and each.due <= day)
    await uow.emit(agreement, AgreementReviewOverdue(steps=late))
