"""`AnswerEnquiry`: answer what was asked, by a kept text, in words of one's own, or both."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.answer_templates.interface import TEMPLATE_REFUSALS
from korpu_mobility.enquiries.aggregate import enquiries
from korpu_mobility.enquiries.domain.lifecycle import Side, Status
from korpu_mobility.enquiries.facts import EnquiryAnswered
from korpu_mobility.enquiries.inputs import AnswerText
from korpu_mobility.enquiries.parts import Said
from korpu_mobility.enquiries.policies.wording import words_of_answer
from korpu_mobility.enquiries.refusals import AnswerEmpty
from korpu_mobility.enquiries.rules import reopen_until
from korpu_mobility.enquiries.tables import Enquiry
from korpu_mobility.permissions import DESK


class AnswerEnquiry(Changes):
    """The answer; whoever asked reads it with the account or by the link."""

    text: AnswerText | None = None
    template_id: Annotated[UUID | None, Field(description="The kept text; words of one's own stand below it.")] = None


@enquiries.changes(
    who=DESK,
    when=[Status.ASSIGNED],
    to=[Status.ANSWERED],
    emits=[EnquiryAnswered],
    refuses=[AnswerEmpty, *TEMPLATE_REFUSALS],
)
async def answer_enquiry(enquiry: Enquiry, command: AnswerEnquiry, uow: UnitOfWork) -> None:
    """Answer what was asked; for two weeks whoever asked may say that it does not do."""
    words = await words_of_answer(enquiry, command.template_id, command.text, uow)
    said = Said(by=Side.OFFICE, at=uow.now, text=words)
    enquiry.exchange = (*enquiry.exchange, said)
    enquiry.status, enquiry.answered_on, enquiry.overdue = Status.ANSWERED, uow.today, False
    enquiry.in_time, enquiry.reopen_until = uow.today <= enquiry.due, reopen_until(uow.today)
    await uow.emit(enquiry, EnquiryAnswered(in_time=enquiry.in_time, template_id=command.template_id))
