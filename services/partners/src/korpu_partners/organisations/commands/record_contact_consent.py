"""`RecordContactConsent`: record the consent of a contact person, with its evidence."""

from uuid import UUID

from uuid_utils.compat import uuid7

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.organisations.aggregate import organisations
from korpu_partners.organisations.consents import ContactConsent, GivenConsent, require_ordered_consent
from korpu_partners.organisations.domain.lifecycle import LIVING
from korpu_partners.organisations.facts import OrganisationContactsChanged
from korpu_partners.organisations.policies.consent_withdrawal import contact_of
from korpu_partners.organisations.refusals.consents import ConsentReversed
from korpu_partners.organisations.refusals.general import UnknownContact
from korpu_partners.organisations.tables import Organisation
from korpu_partners.permissions import COORDINATOR, DEPARTMENT


class RecordContactConsent(Changes):
    """A contact person agrees that data of theirs is kept and used."""

    contact_id: UUID
    consent: GivenConsent


@organisations.changes(
    who=[*DEPARTMENT, COORDINATOR.of("unit")],
    when=LIVING,
    emits=[OrganisationContactsChanged],
    refuses=[UnknownContact, ConsentReversed],
)
async def record_contact_consent(organisation: Organisation, command: RecordContactConsent, uow: UnitOfWork) -> None:
    """Record the consent of a contact person, with its evidence."""
    contact = contact_of(organisation, command.contact_id)
    require_ordered_consent(command.consent, uow.today)
    consent = ContactConsent(id=uuid7(), contact_id=contact.id, **command.consent.model_dump())
    organisation.consents = (*organisation.consents, consent)
    await uow.emit(organisation, OrganisationContactsChanged(contact_id=contact.id, how="consented"))
