"""`ConfirmOrganisation`: confirm that what is known of an organisation is still true."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.organisations.aggregate import organisations
from korpu_partners.organisations.domain.lifecycle import LIVING
from korpu_partners.organisations.facts import (
    OrganisationConfirmed,
)
from korpu_partners.organisations.tables import Organisation
from korpu_partners.permissions import COORDINATOR, DEPARTMENT


class ConfirmOrganisation(Changes):
    """What is known was looked at, and is true."""


@organisations.changes(who=[*DEPARTMENT, COORDINATOR.of("unit")], when=LIVING, emits=[OrganisationConfirmed])
async def confirm_organisation(organisation: Organisation, command: ConfirmOrganisation, uow: UnitOfWork) -> None:
    """Confirm that what is known of an organisation is still true."""
    organisation.confirmed_on = uow.today
    await uow.emit(organisation, OrganisationConfirmed(on=uow.today))
