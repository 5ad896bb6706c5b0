"""`WithdrawContactConsent`: take a consent back."""

from uuid import UUID

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.organisations.aggregate import organisations
from korpu_partners.organisations.domain.lifecycle import HOLDING
from korpu_partners.organisations.facts import OrganisationContactsChanged
from korpu_partners.organisations.policies.consent_withdrawal import forget
from korpu_partners.organisations.policies.imported_data import forget_brought
from korpu_partners.organisations.refusals.consents import ConsentUnknown
from korpu_partners.organisations.tables import Organisation
from korpu_partners.parts import one_of, put
from korpu_partners.permissions import COORDINATOR, DEPARTMENT


class WithdrawContactConsent(Changes):
    """A contact person takes a consent back."""

    consent_id: UUID


@organisations.changes(
    who=[*DEPARTMENT, COORDINATOR.of("unit")],
    when=HOLDING,
    emits=[OrganisationContactsChanged],
    refuses=[ConsentUnknown],
)
async def withdraw_contact_consent(
    organisation: Organisation, command: WithdrawContactConsent, uow: UnitOfWork
) -> None:
    """Take a consent back; what nothing else allows is forgotten at once, and the contact's task stays."""
    held = (each for each in organisation.consents if each.withdrawn_on is None)
    given = one_of(held, command.consent_id, ConsentUnknown("consent_id"))
    withdrawn = given.model_copy(update={"withdrawn_on": uow.today})
    organisation.consents = put(organisation.consents, withdrawn)
    for contact in organisation.contacts:
        if contact.id == withdrawn.contact_id and forget(organisation, contact, uow.today, uow):
            await forget_brought(organisation, contact, uow)
    await uow.emit(organisation, OrganisationContactsChanged(contact_id=withdrawn.contact_id, how="withdrawn"))
