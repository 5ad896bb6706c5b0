"""`RegisterEnquiry`: write down what somebody asked by e-mail, by telephone or at the desk."""

from enum import StrEnum
from uuid import UUID

from korpu_chassis.commands.command import Creates
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.enquiries.aggregate import enquiries
from korpu_mobility.enquiries.domain.lifecycle import Channel, Status
from korpu_mobility.enquiries.facts import EnquiryReceived
from korpu_mobility.enquiries.inputs import (
    AskerEmail,
    AskerName,
    OpportunityId,
    OrganisationId,
    Question,
    Spoken,
    Unit,
)
from korpu_mobility.enquiries.policies.receiving import receive
from korpu_mobility.enquiries.refusals import AskerUnnamed, LinkUnknown
from korpu_mobility.enquiries.tables import Enquiry
from korpu_mobility.people.interface import PERSON_GONE, require_known_person
from korpu_mobility.permissions import DESK
from korpu_mobility.topics import Topic


class ByHand(StrEnum):
    """How an enquiry came that somebody writes down."""

    EMAIL = "email"
    PHONE = "phone"
    VISIT = "visit"


class RegisterEnquiry(Creates):
    """Who asked what, and how it came: a person whom we know, or a name with an address."""

    topic: Topic
    channel: ByHand
    question: Question
    language: Spoken = "az"
    person_id: UUID | None = None
    asker_name: AskerName | None = None
    asker_email: AskerEmail | None = None
    unit: Unit | None = None
    opportunity_id: OpportunityId | None = None
    organisation_id: OrganisationId | None = None


@enquiries.creates(
    who=DESK, to=[Status.RECEIVED], emits=[EnquiryReceived], refuses=[AskerUnnamed, LinkUnknown, *PERSON_GONE]
)
async def register_enquiry(command: RegisterEnquiry, uow: UnitOfWork) -> Enquiry:
    """Write down what somebody asked by e-mail, by telephone or at the desk."""
    named = command.asker_name is not None and command.asker_email is not None
    half = (command.asker_name is None) != (command.asker_email is None)
    if half or named == (command.person_id is not None):
        raise AskerUnnamed("asker_email" if half else "person_id")
    if command.person_id:
        await require_known_person(command.person_id, uow)
    about = command.model_dump(exclude={"idempotency_key", "question", "channel"})
    return await receive(command.question, uow, published=False, channel=Channel(command.channel), **about)
