"""`CloseOpportunity`: nobody applies any more, before its time is over."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.opportunities.aggregate import opportunities
from korpu_mobility.opportunities.domain.lifecycle import GOING_ON, Status
from korpu_mobility.opportunities.facts import OpportunityClosed
from korpu_mobility.opportunities.inputs import Reason
from korpu_mobility.opportunities.tables import Opportunity
from korpu_mobility.permissions import OFFICE


class CloseOpportunity(Changes):
    """Why it ends early; everybody reads it."""

    reason: Reason


@opportunities.changes(who=OFFICE, when=GOING_ON, to=[Status.CLOSED], emits=[OpportunityClosed])
async def close_opportunity(opportunity: Opportunity, command: CloseOpportunity, uow: UnitOfWork) -> None:
    """End an opportunity before its time is over."""
    opportunity.status, opportunity.closed_on = Status.CLOSED, uow.today
    opportunity.suspended_for, opportunity.reason = None, command.reason
    await uow.emit(opportunity, OpportunityClosed(by_clock=False))
