"""Recording what contact persons agree to, what they take back, and forgetting them in time."""

from datetime import timedelta

from korpu_chassis.clock import BAKU
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.deadlines import Deadline
from korpu_partners.organisations.aggregate import organisations
from korpu_partners.organisations.facts import (
    OrganisationContactsChanged,
    OrganisationDormant,
    OrganisationRiskExpired,
)
from korpu_partners.organisations.policies.consent_withdrawal import forget
from korpu_partners.organisations.policies.dormancy import reckon
from korpu_partners.organisations.policies.imported_data import forget_brought
from korpu_partners.organisations.tables import Organisation


@organisations.due("contact-kept", emits=[OrganisationContactsChanged])
async def contact_kept(organisation: Organisation, deadline: Deadline, uow: UnitOfWork) -> None:
    """The time for which persons were kept is over; nobody knows their names any more."""
    after = deadline.at.astimezone(BAKU).date() + timedelta(days=1)
    for contact in organisation.contacts:
        if forget(organisation, contact, after, uow):
            await forget_brought(organisation, contact, uow)
            await uow.emit(organisation, OrganisationContactsChanged(contact_id=contact.id, how="purged"))


@organisations.due("dormant", emits=[OrganisationDormant])
async def dormant(organisation: Organisation, deadline: Deadline, uow: UnitOfWork) -> None:
    """Nothing has happened with the organisation for so long that it sleeps; the rule that says so is kept with it."""
    await reckon(organisation, uow)
    if organisation.dormant and organisation.dormant_by:
        rule = organisation.dormant_by
        await uow.emit(organisation, OrganisationDormant(since=organisation.active_on, months=rule.months))


@organisations.due("risk-expired", emits=[OrganisationRiskExpired])
async def risk_expired(organisation: Organisation, deadline: Deadline, uow: UnitOfWork) -> None:
    """The judgement is too old to be used; those who watch are told."""
    await uow.emit(organisation, OrganisationRiskExpired())
