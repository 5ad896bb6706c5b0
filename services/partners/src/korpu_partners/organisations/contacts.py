"""Through whom an organisation is reached."""

from typing import Annotated
from uuid import UUID

from pydantic import Field
from uuid_utils.compat import uuid7

from korpu_chassis.codes import Day, Email, LanguageTag, Phone, Text
from korpu_chassis.commands import Changes
from korpu_chassis.work import Work
from korpu_partners.organisations import messages as says
from korpu_partners.organisations.lifecycle import LIVING
from korpu_partners.organisations.parts import Contact, ContactRole
from korpu_partners.organisations.refusals import UnknownContact
from korpu_partners.organisations.room import organisations
from korpu_partners.organisations.tables import Organisation
from korpu_partners.people import COORDINATOR, DEPARTMENT


class AddContact(Changes):
    """A person, or a functional mailbox, through which the organisation is reached."""

    role: ContactRole
    mailbox: Email | None = None
    name: Text | None = None
    email: Email | None = None
    phone: Phone | None = None
    languages: Annotated[tuple[LanguageTag, ...], Field(max_length=10)] = ()
    valid_from: Day | None = None
    valid_to: Day | None = None


@organisations.changes(who=[*DEPARTMENT, COORDINATOR.of("unit")], when=LIVING, says=[says.OrganisationContactsChanged])
async def add_contact(organisation: Organisation, command: AddContact, work: Work) -> None:
    """Add a contact; a person's name and address stay with us."""
    contact = Contact(id=uuid7(), **command.model_dump(exclude={"id", "seen", "idempotency_key"}))
    organisation.contacts = (*organisation.contacts, contact)
    await work.say(organisation, says.OrganisationContactsChanged(contact_id=contact.id, how="added"))


class EndContact(Changes):
    """The contact is not reached any more after a day."""

    contact_id: UUID
    on: Day


@organisations.changes(
    who=[*DEPARTMENT, COORDINATOR.of("unit")],
    when=LIVING,
    says=[says.OrganisationContactsChanged],
    refuses=[UnknownContact],
)
async def end_contact(organisation: Organisation, command: EndContact, work: Work) -> None:
    """End a contact; who it was stays known."""
    if command.contact_id not in {contact.id for contact in organisation.contacts}:
        raise UnknownContact("contact_id")
    organisation.contacts = tuple(
        contact.model_copy(update={"valid_to": command.on}) if contact.id == command.contact_id else contact
        for contact in organisation.contacts
    )
    await work.say(organisation, says.OrganisationContactsChanged(contact_id=command.contact_id, how="ended"))
