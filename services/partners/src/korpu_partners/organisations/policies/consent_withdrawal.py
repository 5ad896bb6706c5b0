"""A contact's consent is taken back, and what it allowed is forgotten."""

from datetime import date
from uuid import UUID

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.organisations.domain.retention import kept_on, purged
from korpu_partners.organisations.parts import Contact
from korpu_partners.organisations.refusals.general import UnknownContact
from korpu_partners.organisations.tables import Organisation
from korpu_partners.parts import one_of, put


def contact_of(organisation: Organisation, contact_id: UUID) -> Contact:
    """The contact of this id; none is a refusal."""
    return one_of(organisation.contacts, contact_id, UnknownContact("contact_id"))


def forget(organisation: Organisation, contact: Contact, day: date, uow: UnitOfWork) -> bool:
    """Purge of a person what is not kept on this day; says whether there was anything."""
    left = purged(contact, kept_on(contact, organisation.consents, day), uow.today)
    organisation.contacts = put(organisation.contacts, left)
    return left is not contact
