"""`SuspendOrganisation`: stop working with an organisation for a time."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Text
from korpu_partners.organisations.aggregate import organisations
from korpu_partners.organisations.domain.lifecycle import Status
from korpu_partners.organisations.facts import (
    OrganisationSuspended,
)
from korpu_partners.organisations.tables import Organisation
from korpu_partners.permissions import HEAD


class SuspendOrganisation(Changes):
    """The reason is shown to those concerned."""

    reason: Text


@organisations.changes(who=[HEAD], when=[Status.ACTIVE], to=[Status.SUSPENDED], emits=[OrganisationSuspended])
async def suspend_organisation(organisation: Organisation, command: SuspendOrganisation, uow: UnitOfWork) -> None:
    """Stop working with an organisation for a time."""
    organisation.status = Status.SUSPENDED
    await uow.emit(organisation, OrganisationSuspended(reason=command.reason))
