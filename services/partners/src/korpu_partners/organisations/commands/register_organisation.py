"""`RegisterOrganisation`: register an organisation that the office may work with."""

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.organisations.aggregate import organisations
from korpu_partners.organisations.domain.lifecycle import Status
from korpu_partners.organisations.domain.registration import SERIES, prospect, require_valid_scope
from korpu_partners.organisations.facts import OrganisationRegistered
from korpu_partners.organisations.inputs import RegisterOrganisation
from korpu_partners.organisations.policies.duplicates import Signs, require_none_alike, similar
from korpu_partners.organisations.policies.hierarchy import placed_under
from korpu_partners.organisations.refusals.general import DomesticOnly, IdentifierTaken, PossibleDuplicate
from korpu_partners.organisations.refusals.hierarchy import PLACE_REFUSALS
from korpu_partners.organisations.tables import Organisation
from korpu_partners.permissions import COORDINATOR, DEPARTMENT


@organisations.creates(
    who=[*DEPARTMENT, COORDINATOR.of("unit")],
    to=[Status.PROSPECT],
    emits=[OrganisationRegistered],
    refuses=[PossibleDuplicate, IdentifierTaken, DomesticOnly, *PLACE_REFUSALS],
)
async def register_organisation(command: RegisterOrganisation, uow: UnitOfWork) -> Organisation:
    """Register an organisation that the office may work with; known ones like it are offered first."""
    require_valid_scope(command.scope, command.country, command.voen)
    parent_id = await placed_under(command.parent_id, command.kinds, uow)
    signs = Signs(
        names=command.names,
        country=command.country,
        domains=command.domains,
        ror=command.ror,
        parent_id=parent_id,
    )
    require_none_alike(await similar(signs, uow, command.not_duplicate_of))
    organisation = prospect(command, await uow.number(SERIES))
    organisation.parent_id = parent_id
    await uow.emit(organisation, OrganisationRegistered())
    return organisation
