"""`SuspendOrganisation`: stop working with an organisation for a time."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.impact import ImpactNotSeen, Seen, require_impact_seen
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Text
from korpu_partners.organisations.aggregate import organisations
from korpu_partners.organisations.domain.lifecycle import Status
from korpu_partners.organisations.facts import OrganisationSuspended
from korpu_partners.organisations.policies.dependents import dependents_of
from korpu_partners.organisations.tables import Organisation
from korpu_partners.permissions import HEAD


class SuspendOrganisation(Changes):
    """The reason is shown to those concerned."""

    reason: Text
    impact: Seen = None


@organisations.changes(
    who=[HEAD],
    when=[Status.ACTIVE],
    to=[Status.SUSPENDED],
    emits=[OrganisationSuspended],
    refuses=[ImpactNotSeen],
)
async def suspend_organisation(organisation: Organisation, command: SuspendOrganisation, uow: UnitOfWork) -> None:
    """Stop working with an organisation for a time."""
    require_impact_seen(await dependents_of(organisation, uow), command.impact)
    organisation.status = Status.SUSPENDED
    await uow.emit(organisation, OrganisationSuspended(reason=command.reason))
