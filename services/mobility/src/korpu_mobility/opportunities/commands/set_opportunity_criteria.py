"""`SetOpportunityCriteria`: say by what applicants are compared, and how much each weighs."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.opportunities.aggregate import opportunities
from korpu_mobility.opportunities.domain.lifecycle import WRITABLE
from korpu_mobility.opportunities.facts import OpportunityCriteriaChanged
from korpu_mobility.opportunities.inputs import Criteria
from korpu_mobility.opportunities.policies.writing import criteria_of
from korpu_mobility.opportunities.refusals.general import WeightsNotWhole
from korpu_mobility.opportunities.tables import Opportunity
from korpu_mobility.permissions import OFFICE


class SetOpportunityCriteria(Changes):
    """All of them, as they are from now on; without any nobody is compared."""

    criteria: Criteria


@opportunities.changes(who=OFFICE, when=WRITABLE, emits=[OpportunityCriteriaChanged], refuses=[WeightsNotWhole])
async def set_opportunity_criteria(opportunity: Opportunity, command: SetOpportunityCriteria, uow: UnitOfWork) -> None:
    """Say by what applicants are compared; the weights are a hundred together."""
    opportunity.criteria = criteria_of(command.criteria, opportunity.criteria)
    await uow.emit(opportunity, OpportunityCriteriaChanged())
