"""`ReopenEnquiry`: the answer did not do."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.enquiries.aggregate import enquiries
from korpu_mobility.enquiries.domain.lifecycle import OPEN, OVER, Status
from korpu_mobility.enquiries.facts import EnquiryReopened
from korpu_mobility.enquiries.inputs import Question
from korpu_mobility.enquiries.policies.ending import reopen, require_remembered
from korpu_mobility.enquiries.refusals import EnquiryForgottenAlready, TooLateToReopen
from korpu_mobility.enquiries.tables import Enquiry
from korpu_mobility.permissions import OFFICE, THE_PERSON


class ReopenEnquiry(Changes):
    """What is still to be answered."""

    question: Question


@enquiries.changes(
    who=(*OFFICE, THE_PERSON),
    when=OVER,
    to={Status.ANSWERED: [Status.ASSIGNED], Status.CLOSED: OPEN},
    emits=[EnquiryReopened],
    refuses=[TooLateToReopen, EnquiryForgottenAlready],
    requires=[require_remembered],
)
async def reopen_enquiry(enquiry: Enquiry, command: ReopenEnquiry, uow: UnitOfWork) -> None:
    """Take an enquiry up again within two weeks; it is due anew."""
    await reopen(enquiry, command.question, uow)
