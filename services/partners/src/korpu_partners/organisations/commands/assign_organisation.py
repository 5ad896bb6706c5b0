"""`AssignOrganisation`: hand an organisation to the unit that looks after it from now on."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Text
from korpu_partners.organisations.aggregate import organisations
from korpu_partners.organisations.domain.lifecycle import LIVING
from korpu_partners.organisations.facts import OrganisationAssigned
from korpu_partners.organisations.tables import Organisation
from korpu_partners.permissions import DEPARTMENT


class AssignOrganisation(Changes):
    """The unit of ours that looks after it; none is the department itself."""

    unit: Annotated[Text | None, Field(max_length=100)] = None


@organisations.changes(who=DEPARTMENT, when=LIVING, emits=[OrganisationAssigned])
async def assign_organisation(organisation: Organisation, command: AssignOrganisation, uow: UnitOfWork) -> None:
    """Hand an organisation to the unit that looks after it from now on."""
    organisation.unit = command.unit
    await uow.emit(organisation, OrganisationAssigned(unit=command.unit))
