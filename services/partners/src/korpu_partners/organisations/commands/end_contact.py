"""`EndContact`: end a contact; who it was stays known."""

from uuid import UUID

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Day
from korpu_partners.organisations.aggregate import organisations
from korpu_partners.organisations.domain.contacts import require_ordered_days
from korpu_partners.organisations.domain.lifecycle import LIVING
from korpu_partners.organisations.facts import OrganisationContactsChanged
from korpu_partners.organisations.refusals.general import ContactReversed, UnknownContact
from korpu_partners.organisations.tables import Organisation
from korpu_partners.parts import one_of, put
from korpu_partners.permissions import COORDINATOR, DEPARTMENT


class EndContact(Changes):
    """The contact is not reached any more after a day."""

    contact_id: UUID
    on: Day


@organisations.changes(
    who=[*DEPARTMENT, COORDINATOR.of("unit")],
    when=LIVING,
    emits=[OrganisationContactsChanged],
    refuses=[UnknownContact, ContactReversed],
)
async def end_contact(organisation: Organisation, command: EndContact, uow: UnitOfWork) -> None:
    """End a contact; who it was stays known."""
    contact = one_of(organisation.contacts, command.contact_id, UnknownContact("contact_id"))
    require_ordered_days(contact.valid_from, command.on, "on")
    organisation.contacts = put(organisation.contacts, contact.model_copy(update={"valid_to": command.on}))
    await uow.emit(organisation, OrganisationContactsChanged(contact_id=command.contact_id, how="ended"))
