"""What the clock does with opportunities: they close soon, and close; and looks at their source grow old."""

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.deadlines import Deadline
from korpu_mobility.opportunities.aggregate import opportunities
from korpu_mobility.opportunities.domain.lifecycle import Status, Verification
from korpu_mobility.opportunities.facts import (
    OpportunityAgeing,
    OpportunityClosed,
    OpportunityClosingSoon,
    OpportunityStale,
)
from korpu_mobility.opportunities.tables import Opportunity


@opportunities.due("closes-soon", emits=[OpportunityClosingSoon])
async def closes_soon(opportunity: Opportunity, _: Deadline, uow: UnitOfWork) -> None:
    """The last day to apply is near; what closes before this is said is not said to close soon."""
    closes = opportunity.closes_at
    if closes is not None and uow.now <= closes:
        opportunity.status = Status.CLOSING_SOON
        await uow.emit(opportunity, OpportunityClosingSoon(closes_at=closes))


@opportunities.due("closes", emits=[OpportunityClosed])
async def closes(opportunity: Opportunity, _: Deadline, uow: UnitOfWork) -> None:
    """The last day to apply is over where it ends."""
    opportunity.status, opportunity.closed_on = Status.CLOSED, opportunity.days.last_day
    opportunity.suspended_for = None
    await uow.emit(opportunity, OpportunityClosed(by_clock=True))


@opportunities.due("source-ages", emits=[OpportunityAgeing])
async def source_ages(opportunity: Opportunity, _: Deadline, uow: UnitOfWork) -> None:
    """Nobody has looked at the source for long: the board says so."""
    assert opportunity.verified_on  # noqa: S101 -- without a look nothing grows old
    if opportunity.verification == Verification.FRESH:
        opportunity.verification = Verification.AGEING
        await uow.emit(opportunity, OpportunityAgeing(verified_on=opportunity.verified_on))


@opportunities.due("source-stale", emits=[OpportunityStale])
async def source_stale(opportunity: Opportunity, _: Deadline, uow: UnitOfWork) -> None:
    """Nobody has looked at the source for so long that it leaves the front page."""
    assert opportunity.verified_on  # noqa: S101 -- without a look nothing grows old
    opportunity.verification = Verification.STALE
    await uow.emit(opportunity, OpportunityStale(verified_on=opportunity.verified_on))
