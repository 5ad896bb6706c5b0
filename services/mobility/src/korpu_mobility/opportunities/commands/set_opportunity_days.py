"""`SetOpportunityDays`: from when and until when one can apply."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.opportunities.aggregate import opportunities
from korpu_mobility.opportunities.domain.dates import HOME, require_ahead, require_sound
from korpu_mobility.opportunities.domain.lifecycle import OPEN, WRITABLE, Status
from korpu_mobility.opportunities.facts import OpportunityDeadlineChanged
from korpu_mobility.opportunities.inputs import InternalDay, LastDay, Opens, Reason, Zone
from korpu_mobility.opportunities.policies.source import stands_now
from korpu_mobility.opportunities.refusals.dates import (
    DeadlinePassed,
    InternalDeadlineAlone,
    InternalDeadlineTooLate,
    OpensAfterDeadline,
    ZoneUnknown,
)
from korpu_mobility.opportunities.tables import Opportunity
from korpu_mobility.permissions import OFFICE


class SetOpportunityDays(Changes):
    """All days, as they are from now on; without a last day one can always apply."""

    opens: Opens | None = None
    deadline: LastDay | None = None
    internal_deadline: InternalDay | None = None
    time_zone: Zone = HOME
    reason: Reason | None = None


@opportunities.changes(
    who=OFFICE,
    when=WRITABLE,
    to={**dict.fromkeys(OPEN, OPEN), Status.DRAFT: [Status.DRAFT], Status.SUSPENDED: [Status.SUSPENDED]},
    emits=[OpportunityDeadlineChanged],
    refuses=[ZoneUnknown, InternalDeadlineAlone, InternalDeadlineTooLate, OpensAfterDeadline, DeadlinePassed],
)
async def set_opportunity_days(opportunity: Opportunity, command: SetOpportunityDays, uow: UnitOfWork) -> None:
    """Say from when and until when one can apply; what everybody reads does not end in the past."""
    before = OpportunityDeadlineChanged(opened=opportunity.opens, closed_at=opportunity.closes_at)
    opportunity.opens, opportunity.time_zone = command.opens, command.time_zone
    opportunity.deadline, opportunity.internal_deadline = command.deadline, command.internal_deadline
    require_sound(opportunity.days)
    if opportunity.status != Status.DRAFT:
        require_ahead(opportunity.days, uow.now)
    if opportunity.status in OPEN:
        stands_now(opportunity, uow)
    await uow.emit(opportunity, before)
