"""`VerifyOpportunity`: the source says so still."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.opportunities.aggregate import opportunities
from korpu_mobility.opportunities.domain.lifecycle import WRITABLE
from korpu_mobility.opportunities.facts import OpportunityVerified
from korpu_mobility.opportunities.tables import Opportunity
from korpu_mobility.permissions import DESK


class VerifyOpportunity(Changes):
    """Somebody has looked at the source today."""


@opportunities.changes(who=DESK, when=WRITABLE, emits=[OpportunityVerified])
async def verify_opportunity(opportunity: Opportunity, command: VerifyOpportunity, uow: UnitOfWork) -> None:
    """Write down that the source was looked at today, and says so still."""
    opportunity.verified(uow.today)
    await uow.emit(opportunity, OpportunityVerified(on=uow.today))
