"""`CloseEnquiry`: nothing more is done about an enquiry."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.enquiries.aggregate import enquiries
from korpu_mobility.enquiries.domain.lifecycle import GOING_ON, ByOffice, Cause, Status
from korpu_mobility.enquiries.facts import EnquiryClosed
from korpu_mobility.enquiries.inputs import Reason
from korpu_mobility.enquiries.policies.ending import close
from korpu_mobility.enquiries.refusals import ReasonMissing
from korpu_mobility.enquiries.tables import Enquiry
from korpu_mobility.permissions import DESK


class CloseEnquiry(Changes):
    """How it ends; without an answer, whoever asked is told why."""

    cause: ByOffice
    reason: Reason | None = None


@enquiries.changes(who=DESK, when=GOING_ON, to=[Status.CLOSED], emits=[EnquiryClosed], refuses=[ReasonMissing])
async def close_enquiry(enquiry: Enquiry, command: CloseEnquiry, uow: UnitOfWork) -> None:
    """Close an enquiry that is settled, or that nobody answers."""
    unanswered = enquiry.status != Status.ANSWERED
    if unanswered and (command.reason is None or command.cause == ByOffice.SETTLED):
        raise ReasonMissing("reason" if command.reason is None else "cause")
    enquiry.reason = command.reason
    await close(enquiry, Cause(command.cause), uow)
