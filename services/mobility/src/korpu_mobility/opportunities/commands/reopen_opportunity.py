"""`ReopenOpportunity`: one can apply again, until a later day."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.opportunities.aggregate import opportunities
from korpu_mobility.opportunities.domain.dates import HOME, require_ahead, require_sound
from korpu_mobility.opportunities.domain.lifecycle import OPEN, Status
from korpu_mobility.opportunities.facts import OpportunityReopened
from korpu_mobility.opportunities.inputs import InternalDay, LastDay, Reason, Zone
from korpu_mobility.opportunities.policies.source import death, stands_now
from korpu_mobility.opportunities.refusals.dates import (
    DeadlinePassed,
    InternalDeadlineAlone,
    InternalDeadlineTooLate,
    OpensAfterDeadline,
    ZoneUnknown,
)
from korpu_mobility.opportunities.refusals.readiness import SourceDead
from korpu_mobility.opportunities.tables import Opportunity
from korpu_mobility.permissions import OFFICE


class ReopenOpportunity(Changes):
    """Until when one can apply now, and why; without a last day one can always apply."""

    deadline: LastDay | None = None
    internal_deadline: InternalDay | None = None
    time_zone: Zone = HOME
    reason: Reason


@opportunities.changes(
    who=OFFICE,
    when=[Status.CLOSED],
    to=OPEN,
    emits=[OpportunityReopened],
    refuses=[
        ZoneUnknown,
        InternalDeadlineAlone,
        InternalDeadlineTooLate,
        OpensAfterDeadline,
        DeadlinePassed,
        SourceDead,
    ],
)
async def reopen_opportunity(opportunity: Opportunity, command: ReopenOpportunity, uow: UnitOfWork) -> None:
    """Let people apply again; its source lives, and its last day lies ahead."""
    opportunity.deadline, opportunity.internal_deadline = command.deadline, command.internal_deadline
    opportunity.time_zone = command.time_zone
    require_sound(opportunity.days)
    require_ahead(opportunity.days, uow.now)
    if found := await death(opportunity, uow):
        raise SourceDead(cause=found.value)
    stands_now(opportunity, uow)
    opportunity.closed_on, opportunity.reason = None, command.reason
    await uow.emit(opportunity, OpportunityReopened())
