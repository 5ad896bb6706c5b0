"""`AssignEnquiry`: say who sees to an enquiry."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.identity.subjects import Subject
from korpu_mobility.enquiries.aggregate import enquiries
from korpu_mobility.enquiries.domain.lifecycle import OPEN, Status
from korpu_mobility.enquiries.facts import EnquiryAssigned
from korpu_mobility.enquiries.tables import Enquiry
from korpu_mobility.permissions import DESK


class AssignEnquiry(Changes):
    """Who sees to it from now on; who names nobody takes it."""

    assignee: Annotated[Subject | None, Field(description="Left out: whoever says so.")] = None


@enquiries.changes(who=DESK, when=OPEN, to=[Status.ASSIGNED], emits=[EnquiryAssigned])
async def assign_enquiry(enquiry: Enquiry, command: AssignEnquiry, uow: UnitOfWork) -> None:
    """Say who sees to an enquiry; its last day stays."""
    before, enquiry.assignee = enquiry.assignee, command.assignee or uow.principal.subject
    enquiry.status = Status.ASSIGNED
    await uow.emit(enquiry, EnquiryAssigned(assignee=enquiry.assignee, before=before))
