"""What an opportunity rests on: an agreement, a condition and an organisation that mobility has heard of."""

from uuid import UUID

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.consumers.tables import KnownAgreement, KnownOrganisation, Seats
from korpu_mobility.opportunities.domain.dates import status_at
from korpu_mobility.opportunities.domain.lifecycle import OPEN, Death, Status, death_of
from korpu_mobility.opportunities.facts import OpportunityClosed, OpportunityResumed, OpportunitySuspended
from korpu_mobility.opportunities.refusals.general import ConditionElsewhere, LinkUnknown
from korpu_mobility.opportunities.rules import soon_days
from korpu_mobility.opportunities.tables import Opportunity


async def require_known(opportunity: Opportunity, uow: UnitOfWork) -> None:
    """Organisation, agreement and condition are known here; a condition brings its agreement along."""
    if opportunity.condition_id:
        seats = await uow.session.get(Seats, opportunity.condition_id)
        if seats is None:
            raise LinkUnknown("condition_id")
        if opportunity.agreement_id not in {None, seats.agreement_id}:
            raise ConditionElsewhere("condition_id")
        opportunity.agreement_id = seats.agreement_id
    if opportunity.organisation_id and await _organisation(opportunity.organisation_id, uow) is None:
        raise LinkUnknown("organisation_id")
    if opportunity.agreement_id:
        agreement = await uow.session.get(KnownAgreement, opportunity.agreement_id)
        if agreement is None:
            raise LinkUnknown("agreement_id")
        if not opportunity.version:
            uow.correlation_id = uow.correlation_id or agreement.correlation_id


async def death(opportunity: Opportunity, uow: UnitOfWork) -> Death | None:
    """What has happened to its source, as it was last heard."""
    agreement = await uow.session.get(KnownAgreement, opportunity.agreement_id) if opportunity.agreement_id else None
    provider = await _organisation(opportunity.organisation_id, uow)
    return death_of(agreement.status if agreement else None, provider.status if provider else None)


async def weigh_source(opportunity: Opportunity, uow: UnitOfWork) -> None:
    """Suspend what goes on when its source has died, and let it go on when the source lives again."""
    found = await death(opportunity, uow)
    if found and opportunity.status in OPEN:
        opportunity.status, opportunity.suspended_for = Status.SUSPENDED, found
        await uow.emit(opportunity, OpportunitySuspended(cause=found))
    elif found is None and opportunity.status == Status.SUSPENDED:
        opportunity.suspended_for = None
        await _go_on(opportunity, uow)


async def _go_on(opportunity: Opportunity, uow: UnitOfWork) -> None:
    stands_now(opportunity, uow)
    if opportunity.status == Status.CLOSED:
        opportunity.closed_on = opportunity.days.last_day
        await uow.emit(opportunity, OpportunityClosed(by_clock=True))
    else:
        await uow.emit(opportunity, OpportunityResumed())


def stands_now(opportunity: Opportunity, uow: UnitOfWork) -> None:
    """What goes on stands where its days say."""
    last = opportunity.days.last_day
    opportunity.status = status_at(opportunity.days, soon_days(last) if last else 0, uow.now)


async def _organisation(organisation_id: UUID | None, uow: UnitOfWork) -> KnownOrganisation | None:
    """The organisation, or the one that it was merged into: that one's standing counts for both."""
    seen: set[UUID] = set()
    found = None
    while organisation_id and organisation_id not in seen:
        seen.add(organisation_id)
        found = await uow.session.get(KnownOrganisation, organisation_id)
        organisation_id = found.merged_into if found else None
    return found
