"""`EraseContact`: forget the person behind a contact; its task and mailbox stay."""

from uuid import UUID

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.organisations.aggregate import organisations
from korpu_partners.organisations.domain.lifecycle import HOLDING
from korpu_partners.organisations.domain.retention import purged
from korpu_partners.organisations.facts import OrganisationContactsChanged
from korpu_partners.organisations.policies.consent_withdrawal import contact_of
from korpu_partners.organisations.policies.imported_data import forget_brought
from korpu_partners.organisations.refusals.general import UnknownContact
from korpu_partners.organisations.tables import Organisation
from korpu_partners.parts import put
from korpu_partners.permissions import DEPARTMENT


class EraseContact(Changes):
    """The person wishes to be forgotten."""

    contact_id: UUID


@organisations.changes(who=DEPARTMENT, when=HOLDING, emits=[OrganisationContactsChanged], refuses=[UnknownContact])
async def erase_contact(organisation: Organisation, command: EraseContact, uow: UnitOfWork) -> None:
    """Forget the person behind a contact; its task and mailbox stay."""
    contact = contact_of(organisation, command.contact_id)
    organisation.consents = tuple(each for each in organisation.consents if each.contact_id != contact.id)
    organisation.contacts = put(organisation.contacts, purged(contact, frozenset(), uow.today))
    await forget_brought(organisation, contact, uow)
    await uow.emit(organisation, OrganisationContactsChanged(contact_id=contact.id, how="purged"))
