"""`ArchiveOpportunity`: the office has no more to do with it."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.opportunities.aggregate import opportunities
from korpu_mobility.opportunities.domain.lifecycle import Status
from korpu_mobility.opportunities.facts import OpportunityArchived
from korpu_mobility.opportunities.inputs import Reason
from korpu_mobility.opportunities.tables import Opportunity
from korpu_mobility.permissions import OFFICE


class ArchiveOpportunity(Changes):
    """What is closed is put away, and so is a draft that is never published."""

    reason: Reason | None = None


@opportunities.changes(
    who=OFFICE, when=[Status.DRAFT, Status.CLOSED], to=[Status.ARCHIVED], emits=[OpportunityArchived]
)
async def archive_opportunity(opportunity: Opportunity, command: ArchiveOpportunity, uow: UnitOfWork) -> None:
    """Put an opportunity away that is over, or that is never published."""
    opportunity.status = Status.ARCHIVED
    opportunity.reason = command.reason or opportunity.reason
    await uow.emit(opportunity, OpportunityArchived())
