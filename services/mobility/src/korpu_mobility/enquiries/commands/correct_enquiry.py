"""`CorrectEnquiry`: put right what an enquiry is about, and whose it is."""

from korpu_chassis.commands.command import Changes, Corrects
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import Language
from korpu_mobility.enquiries.aggregate import enquiries
from korpu_mobility.enquiries.domain.lifecycle import GOING_ON
from korpu_mobility.enquiries.facts import EnquiryCorrected
from korpu_mobility.enquiries.inputs import OpportunityId, OrganisationId, Unit
from korpu_mobility.enquiries.policies.receiving import require_links
from korpu_mobility.enquiries.refusals import LinkUnknown
from korpu_mobility.enquiries.tables import Enquiry
from korpu_mobility.permissions import OFFICE
from korpu_mobility.topics import Topic


class CorrectEnquiry(Corrects):
    """What is given replaces what was written."""

    topic: Topic | None = None
    language: Language | None = None
    unit: Unit | None = None
    opportunity_id: OpportunityId | None = None
    organisation_id: OrganisationId | None = None


@enquiries.changes(who=OFFICE, when=GOING_ON, emits=[EnquiryCorrected], refuses=[LinkUnknown])
async def correct_enquiry(enquiry: Enquiry, command: CorrectEnquiry, uow: UnitOfWork) -> None:
    """Put right what an enquiry is about, or give it to the faculty that it concerns."""
    for name in command.model_fields_set - Changes.model_fields.keys():
        if (value := getattr(command, name)) is not None:
            setattr(enquiry, name, value)
    await require_links(enquiry, uow, published=False)
    await uow.emit(enquiry, EnquiryCorrected())
