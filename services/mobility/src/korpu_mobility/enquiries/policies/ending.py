"""How an enquiry is taken up again, ends, and is forgotten."""

from sqlalchemy import update

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.persistence import store
from korpu_mobility.enquiries.domain.lifecycle import OVER, Cause, Side, Status, stands
from korpu_mobility.enquiries.facts import EnquiryClosed, EnquiryForgotten, EnquiryReopened
from korpu_mobility.enquiries.parts import Said
from korpu_mobility.enquiries.refusals import EnquiryForgottenAlready, NotAnsweredYet, TooLateToReopen
from korpu_mobility.enquiries.rules import answer_clock, kept_until, reopen_until
from korpu_mobility.enquiries.tables import Enquiry
from korpu_mobility.guest_links import guest_links


def require_remembered(enquiry: Enquiry) -> None:
    """What was asked is still there to be answered."""
    if enquiry.forgotten_on:
        raise EnquiryForgottenAlready


async def reopen(enquiry: Enquiry, question: str, uow: UnitOfWork) -> None:
    """Take an enquiry up again with a further question; it is due anew, with whoever saw to it."""
    if enquiry.status not in OVER:
        raise NotAnsweredYet
    if enquiry.reopen_until is None or uow.today > enquiry.reopen_until:
        raise TooLateToReopen(until=enquiry.reopen_until or uow.today)
    enquiry.exchange = (*enquiry.exchange, Said(by=Side.ASKER, at=uow.now, text=question))
    enquiry.status, enquiry.reopened = stands(enquiry.assignee), enquiry.reopened + 1
    enquiry.clock, enquiry.overdue, enquiry.asked_on = answer_clock(uow.today), False, uow.today
    enquiry.kept_until = kept_until(uow.today)
    enquiry.answered_on = enquiry.in_time = enquiry.reopen_until = None
    enquiry.closed_on = enquiry.cause = enquiry.reason = None
    await uow.emit(enquiry, EnquiryReopened(due=enquiry.due))


async def satisfy(enquiry: Enquiry, uow: UnitOfWork) -> None:
    """Whoever asked says that the answer did."""
    if enquiry.status != Status.ANSWERED:
        raise NotAnsweredYet
    await close(enquiry, Cause.SATISFIED, uow)


async def close(enquiry: Enquiry, cause: Cause, uow: UnitOfWork) -> None:
    """End an enquiry; what ends without an answer may be taken up again, too."""
    enquiry.status, enquiry.cause, enquiry.closed_on = Status.CLOSED, cause, uow.today
    enquiry.reopen_until = enquiry.reopen_until or reopen_until(uow.today)
    await uow.emit(enquiry, EnquiryClosed(cause=cause))


async def forget(enquiry: Enquiry, uow: UnitOfWork) -> None:
    """Forget who asked and what was said, in the books too; how long it took stays in the statistics."""
    enquiry.asker_name = enquiry.asker_email = enquiry.reason = enquiry.reopen_until = None
    enquiry.exchange, enquiry.forgotten_on = (), uow.today
    if enquiry.status != Status.CLOSED:
        enquiry.status, enquiry.closed_on = Status.CLOSED, uow.today
        enquiry.cause = enquiry.cause or Cause.LAPSED
    await guest_links.forget(enquiry.id, uow)
    await uow.emit(enquiry, EnquiryForgotten())
    for table, of, words in ((store.audit, "aggregate_id", "why"), (store.read_log, "about", "purpose")):
        await uow.session.execute(update(table).where(table.c[of] == enquiry.id).values({words: None}))
