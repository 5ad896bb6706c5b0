"""What the clock does with enquiries: late answers are told of, answers stand, and words are forgotten."""

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.deadlines import Deadline
from korpu_mobility.enquiries.aggregate import enquiries
from korpu_mobility.enquiries.domain.lifecycle import Cause
from korpu_mobility.enquiries.facts import EnquiryClosed, EnquiryForgotten, EnquiryOverdue
from korpu_mobility.enquiries.policies.ending import close, forget
from korpu_mobility.enquiries.tables import Enquiry

HEAD = ("head",)


@enquiries.due("overdue", emits=[EnquiryOverdue])
async def overdue(enquiry: Enquiry, _: Deadline, uow: UnitOfWork) -> None:
    """The last day to answer is over: the head is told, once."""
    enquiry.overdue = True
    await uow.emit(enquiry, EnquiryOverdue(due=enquiry.due, tell=HEAD))


@enquiries.due("silence", emits=[EnquiryClosed])
async def silence(enquiry: Enquiry, _: Deadline, uow: UnitOfWork) -> None:
    """Nobody has asked again: the answer did."""
    await close(enquiry, Cause.SILENCE, uow)


@enquiries.due("forgetting", emits=[EnquiryForgotten])
async def forgetting(enquiry: Enquiry, _: Deadline, uow: UnitOfWork) -> None:
    """Who asked and what was said is kept for its time, and no longer."""
    await forget(enquiry, uow)
