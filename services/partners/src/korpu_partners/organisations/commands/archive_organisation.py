"""`ArchiveOrganisation`: put an organisation away that the university works with no more."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Text
from korpu_partners.organisations.aggregate import organisations
from korpu_partners.organisations.domain.lifecycle import LIVING, Status
from korpu_partners.organisations.facts import (
    OrganisationArchived,
)
from korpu_partners.organisations.tables import Organisation
from korpu_partners.permissions import DEPARTMENT


class ArchiveOrganisation(Changes):
    """The reason is shown to those concerned."""

    reason: Text


@organisations.changes(who=DEPARTMENT, when=LIVING, to=[Status.ARCHIVED], emits=[OrganisationArchived])
async def archive_organisation(organisation: Organisation, command: ArchiveOrganisation, uow: UnitOfWork) -> None:
    """Put an organisation away that the university works with no more."""
    organisation.status = Status.ARCHIVED
    await uow.emit(organisation, OrganisationArchived(reason=command.reason))
