"""`ForgetEnquiry`: whoever asked wants to be forgotten before the time."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.enquiries.aggregate import enquiries
from korpu_mobility.enquiries.domain.lifecycle import Status
from korpu_mobility.enquiries.facts import EnquiryForgotten
from korpu_mobility.enquiries.policies.ending import forget, require_remembered
from korpu_mobility.enquiries.refusals import EnquiryForgottenAlready
from korpu_mobility.enquiries.tables import Enquiry
from korpu_mobility.permissions import HEAD


class ForgetEnquiry(Changes):
    """Which enquiry; what was said in it cannot be brought back."""


@enquiries.changes(
    who=[HEAD],
    when=tuple(Status),
    to=[Status.CLOSED],
    emits=[EnquiryForgotten],
    refuses=[EnquiryForgottenAlready],
    requires=[require_remembered],
)
async def forget_enquiry(enquiry: Enquiry, command: ForgetEnquiry, uow: UnitOfWork) -> None:
    """Forget who asked, what was asked and what was answered, because they want it."""
    await forget(enquiry, uow)
