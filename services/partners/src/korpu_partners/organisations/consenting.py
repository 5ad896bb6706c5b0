"""Recording what contact persons agree to, what they take back, and forgetting them in time."""

from datetime import date, timedelta
from uuid import UUID

from uuid_utils.compat import uuid7

from korpu_chassis.clock import BAKU
from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.deadlines import Deadline
from korpu_partners.organisations.brought import forget_brought
from korpu_partners.organisations.consent_refusals import ConsentReversed, ConsentUnknown
from korpu_partners.organisations.consents import ContactConsent, GivenConsent, check_consent
from korpu_partners.organisations.kept import kept_on, purged
from korpu_partners.organisations.lifecycle import HOLDING, LIVING
from korpu_partners.organisations.messages import OrganisationContactsChanged
from korpu_partners.organisations.parts import Contact
from korpu_partners.organisations.refusals import UnknownContact
from korpu_partners.organisations.room import organisations
from korpu_partners.organisations.tables import Organisation
from korpu_partners.people import COORDINATOR, DEPARTMENT
from korpu_partners.several import one_of, put


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
    check_consent(command.consent, uow.today)
    consent = ContactConsent(id=uuid7(), contact_id=contact.id, **command.consent.model_dump())
    organisation.consents = (*organisation.consents, consent)
    await uow.emit(organisation, OrganisationContactsChanged(contact_id=contact.id, how="consented"))


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


@organisations.due("contact-kept", emits=[OrganisationContactsChanged])
async def contact_kept(organisation: Organisation, deadline: Deadline, uow: UnitOfWork) -> None:
    """The time for which persons were kept is over; nobody knows their names any more."""
    after = deadline.at.astimezone(BAKU).date() + timedelta(days=1)
    for contact in organisation.contacts:
        if forget(organisation, contact, after, uow):
            await forget_brought(organisation, contact, uow)
            await uow.emit(organisation, OrganisationContactsChanged(contact_id=contact.id, how="purged"))


def contact_of(organisation: Organisation, contact_id: UUID) -> Contact:
    """The contact of this id; none is a refusal."""
    return one_of(organisation.contacts, contact_id, UnknownContact("contact_id"))


def forget(organisation: Organisation, contact: Contact, day: date, uow: UnitOfWork) -> bool:
    """Purge of a person what is not kept on this day; says whether there was anything."""
    left = purged(contact, kept_on(contact, organisation.consents, day), uow.today)
    organisation.contacts = put(organisation.contacts, left)
    return left is not contact
