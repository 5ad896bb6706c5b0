"""`PublishOpportunity`: let everybody read an opportunity."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.opportunities.aggregate import opportunities
from korpu_mobility.opportunities.domain.content import require_promised
from korpu_mobility.opportunities.domain.dates import require_ahead
from korpu_mobility.opportunities.domain.lifecycle import OPEN, Status
from korpu_mobility.opportunities.facts import OpportunityPublished
from korpu_mobility.opportunities.policies.source import death, stands_now
from korpu_mobility.opportunities.refusals.dates import DeadlinePassed
from korpu_mobility.opportunities.refusals.readiness import (
    READINESS,
    AudienceMissing,
    NeverVerified,
    ProviderMissing,
    SourceDead,
)
from korpu_mobility.opportunities.tables import Opportunity
from korpu_mobility.permissions import OFFICE


class PublishOpportunity(Changes):
    """It is whole, in Azerbaijani and English."""


def require_whole(opportunity: Opportunity) -> None:
    """Everybody learns who offers it and to whom, from a source that was looked at, in the promised languages."""
    if opportunity.organisation_id is None and opportunity.provider is None:
        raise ProviderMissing
    if not opportunity.audience:
        raise AudienceMissing
    if opportunity.verified_on is None:
        raise NeverVerified
    require_promised(opportunity.texts)


@opportunities.changes(
    who=OFFICE,
    when=[Status.DRAFT],
    to=OPEN,
    emits=[OpportunityPublished],
    refuses=[*READINESS, DeadlinePassed, SourceDead],
    requires=[require_whole],
)
async def publish_opportunity(opportunity: Opportunity, command: PublishOpportunity, uow: UnitOfWork) -> None:
    """Let everybody read an opportunity; one can apply from the day on which it opens."""
    require_ahead(opportunity.days, uow.now)
    if found := await death(opportunity, uow):
        raise SourceDead(cause=found.value)
    stands_now(opportunity, uow)
    opportunity.published_on = uow.today
    await uow.emit(opportunity, OpportunityPublished())
