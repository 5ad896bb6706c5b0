"""`AddContact`: add a contact; a person's name and address stay with us."""

from typing import Annotated
from uuid import UUID

from pydantic import Field
from uuid_utils.compat import uuid7

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Day, Email, LanguageTag, Mailbox, Personal, Phone, Text
from korpu_partners.organisations.aggregate import organisations
from korpu_partners.organisations.consents import ContactConsent, GivenConsent, require_ordered_consent
from korpu_partners.organisations.domain.contacts import require_ordered_days
from korpu_partners.organisations.domain.lifecycle import LIVING
from korpu_partners.organisations.domain.retention import require_ground
from korpu_partners.organisations.facts import OrganisationContactsChanged
from korpu_partners.organisations.parts import Contact, ContactRole, Ground
from korpu_partners.organisations.policies.belonging import require_own_agreement
from korpu_partners.organisations.refusals.consents import ConsentMissing, ConsentReversed, GroundMissing
from korpu_partners.organisations.refusals.general import ContactReversed
from korpu_partners.organisations.refusals.hierarchy import AgreementOfOthers
from korpu_partners.organisations.tables import Organisation
from korpu_partners.permissions import COORDINATOR, DEPARTMENT


class AddContact(Changes):
    """A person, or a functional mailbox, through which the organisation is reached."""

    role: ContactRole
    mailbox: Mailbox | None = None
    name: Annotated[Text | None, Personal] = None
    position: Annotated[
        Text | None, Personal, Field(max_length=300, description="Their post there; it goes when the name goes.")
    ] = None
    email: Annotated[Email | None, Personal] = None
    phone: Annotated[Phone | None, Personal] = None
    agreement_id: Annotated[UUID | None, Field(description="The one agreement that it is for; none: for all.")] = None
    ground: Annotated[Ground | None, Field(description="Why a person's data is kept; a mailbox needs none.")] = None
    evidence: Annotated[
        Text | None,
        Personal,
        Field(max_length=500, description="Where the person is named as the contact of an office."),
    ] = None
    consent: Annotated[GivenConsent | None, Field(description="For the ground `consent`.")] = None
    languages: Annotated[tuple[LanguageTag, ...], Field(max_length=10)] = ()
    valid_from: Day | None = None
    valid_to: Day | None = None


@organisations.changes(
    who=[*DEPARTMENT, COORDINATOR.of("unit")],
    when=LIVING,
    emits=[OrganisationContactsChanged],
    refuses=[GroundMissing, ConsentMissing, ConsentReversed, AgreementOfOthers, ContactReversed],
)
async def add_contact(organisation: Organisation, command: AddContact, uow: UnitOfWork) -> None:
    """Add a contact; a person's name and address stay with us."""
    await require_own_agreement(organisation, command.agreement_id, uow)
    require_ordered_days(command.valid_from, command.valid_to, "valid_to")
    contact = Contact(id=uuid7(), **command.model_dump(exclude={"id", "seen", "idempotency_key", "consent"}))
    if command.consent:
        require_ordered_consent(command.consent, uow.today)
        given = ContactConsent(id=uuid7(), contact_id=contact.id, **command.consent.model_dump())
        organisation.consents = (*organisation.consents, given)
    require_ground(contact, organisation.consents, uow.today)
    organisation.contacts = (*organisation.contacts, contact)
    await uow.emit(organisation, OrganisationContactsChanged(contact_id=contact.id, how="added"))
