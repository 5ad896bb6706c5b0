"""`AskOffice`: somebody who is signed in asks the office something."""

from korpu_chassis.commands.command import Creates
from korpu_chassis.commands.permission import ANYONE
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.enquiries.aggregate import enquiries
from korpu_mobility.enquiries.domain.lifecycle import Channel, Status
from korpu_mobility.enquiries.facts import EnquiryReceived
from korpu_mobility.enquiries.inputs import OpportunityId, OrganisationId, Question, Spoken
from korpu_mobility.enquiries.policies.receiving import receive
from korpu_mobility.enquiries.refusals import AskerUnknown, LinkUnknown
from korpu_mobility.enquiries.tables import Enquiry
from korpu_mobility.people.interface import facts_about
from korpu_mobility.topics import Topic


class AskOffice(Creates):
    """What one wants to know; the answer comes within three working days."""

    topic: Topic
    question: Question
    language: Spoken = "az"
    opportunity_id: OpportunityId | None = None
    organisation_id: OrganisationId | None = None


@enquiries.creates(who=[ANYONE], to=[Status.RECEIVED], emits=[EnquiryReceived], refuses=[AskerUnknown, LinkUnknown])
async def ask_office(command: AskOffice, uow: UnitOfWork) -> Enquiry:
    """Ask the office something in one's own name; the person's unit sees to it, too."""
    person_id = uow.principal.person_id
    facts = await facts_about(person_id, uow) if person_id else None
    if facts is None:
        raise AskerUnknown
    about = command.model_dump(exclude={"idempotency_key", "question"})
    about |= {"channel": Channel.PORTAL, "person_id": person_id, "unit": facts.unit}
    return await receive(command.question, uow, published=True, **about)
