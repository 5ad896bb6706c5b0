"""`SetOpportunityDestinations`: say among which places applicants choose, and how many they may name."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.opportunities.aggregate import opportunities
from korpu_mobility.opportunities.domain.lifecycle import WRITABLE
from korpu_mobility.opportunities.facts import OpportunityDestinationsChanged
from korpu_mobility.opportunities.inputs import Destinations, MostChoices
from korpu_mobility.opportunities.policies.destinations import destinations_of
from korpu_mobility.opportunities.refusals.general import DestinationUnclear, LinkUnknown
from korpu_mobility.opportunities.tables import Opportunity
from korpu_mobility.permissions import OFFICE


class SetOpportunityDestinations(Changes):
    """All of them, as they are from now on; without any there is nothing to choose."""

    destinations: Destinations
    most_choices: MostChoices = 1


@opportunities.changes(
    who=OFFICE,
    when=WRITABLE,
    emits=[OpportunityDestinationsChanged],
    refuses=[DestinationUnclear, LinkUnknown],
)
async def set_opportunity_destinations(
    opportunity: Opportunity, command: SetOpportunityDestinations, uow: UnitOfWork
) -> None:
    """Say among which places applicants choose; whoever chose one that is gone is told so when places are given."""
    opportunity.destinations = await destinations_of(command.destinations, opportunity.destinations, uow)
    opportunity.most_choices = command.most_choices
    await uow.emit(opportunity, OpportunityDestinationsChanged())
