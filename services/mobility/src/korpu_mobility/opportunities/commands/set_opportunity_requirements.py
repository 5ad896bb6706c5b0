"""`SetOpportunityRequirements`: ask something else of applicants; whoever began keeps what was asked then."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.opportunities.aggregate import opportunities
from korpu_mobility.opportunities.domain.lifecycle import WRITABLE, Status
from korpu_mobility.opportunities.facts import OpportunityRequirementsChanged
from korpu_mobility.opportunities.inputs import GivenRequirements
from korpu_mobility.opportunities.policies.writing import ask
from korpu_mobility.opportunities.refusals.general import NothingChanged, RequirementUnclear
from korpu_mobility.opportunities.refusals.readiness import AudienceMissing
from korpu_mobility.opportunities.tables import Opportunity
from korpu_mobility.permissions import OFFICE


class SetOpportunityRequirements(Changes):
    """The whole set, as it is from now on."""

    requirements: GivenRequirements


@opportunities.changes(
    who=OFFICE,
    when=WRITABLE,
    emits=[OpportunityRequirementsChanged],
    refuses=[RequirementUnclear, NothingChanged, AudienceMissing],
)
async def set_opportunity_requirements(
    opportunity: Opportunity, command: SetOpportunityRequirements, uow: UnitOfWork
) -> None:
    """Ask something else of applicants: a new version once it was published, else instead of the present one."""
    if opportunity.status != Status.DRAFT and not command.requirements.audience:
        raise AudienceMissing("requirements.audience")
    ask(opportunity, command.requirements, uow.today)
    await uow.emit(opportunity, OpportunityRequirementsChanged(number=opportunity.asked.number))
