"""`ReopenOrganisation`: take an archived organisation out again."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Text
from korpu_partners.organisations.aggregate import organisations
from korpu_partners.organisations.domain.lifecycle import Status
from korpu_partners.organisations.facts import OrganisationReopened
from korpu_partners.organisations.tables import Organisation
from korpu_partners.permissions import DEPARTMENT


class ReopenOrganisation(Changes):
    """The reason is shown to those concerned."""

    reason: Text


@organisations.changes(who=DEPARTMENT, when=[Status.ARCHIVED], to=[Status.PROSPECT], emits=[OrganisationReopened])
async def reopen_organisation(organisation: Organisation, command: ReopenOrganisation, uow: UnitOfWork) -> None:
    """Take an archived organisation out again; it is a prospect, and is activated when it can be reached."""
    organisation.status = Status.PROSPECT
    await uow.emit(organisation, OrganisationReopened(reason=command.reason))
