"""`ActivateOrganisation`: begin to work with an organisation that can be reached."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.organisations.aggregate import organisations
from korpu_partners.organisations.domain.lifecycle import Status, reachable
from korpu_partners.organisations.facts import (
    OrganisationActivated,
)
from korpu_partners.organisations.refusals.general import NotReachable, RiskExpired
from korpu_partners.organisations.tables import Organisation
from korpu_partners.permissions import DEPARTMENT


class ActivateOrganisation(Changes):
    """The university works with it, or works with it again."""


@organisations.changes(
    who=DEPARTMENT,
    when=[Status.PROSPECT, Status.SUSPENDED],
    to=[Status.ACTIVE],
    emits=[OrganisationActivated],
    refuses=[NotReachable],
)
async def activate_organisation(organisation: Organisation, command: ActivateOrganisation, uow: UnitOfWork) -> None:
    """Begin to work with an organisation that can be reached."""
    if not reachable(organisation.contacts, uow.today):
        raise NotReachable("contacts")
    if organisation.risk and organisation.risk.until < uow.today:
        uow.warn(RiskExpired("risk"))
    organisation.status = Status.ACTIVE
    await uow.emit(organisation, OrganisationActivated())
