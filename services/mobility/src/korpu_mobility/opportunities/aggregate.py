"""The definition of opportunities: their topic, who reads them at their owner, and what falls due."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from korpu_chassis.clock import start_of_day
from korpu_chassis.commands.aggregate import AggregateDefinition
from korpu_chassis.commands.permission import ANYONE
from korpu_chassis.commands.translation import translates
from korpu_chassis.deadlines import Deadline
from korpu_mobility.opportunities.domain.dates import soon_from
from korpu_mobility.opportunities.domain.lifecycle import GOING_ON, Status
from korpu_mobility.opportunities.facts import OpportunityResumed, OpportunitySuspended
from korpu_mobility.opportunities.rules import flagged_after, hidden_after, soon_days
from korpu_mobility.opportunities.state import OpportunityState
from korpu_mobility.opportunities.tables import Opportunity
from korpu_mobility.opportunities.tasks import tasks_of
from korpu_mobility.permissions import AUDITOR, COORDINATOR, OFFICE, RECTORATE

DAY = timedelta(days=1)
MOMENT = timedelta(microseconds=1)
IN_THE_OFFICE = (*OFFICE, AUDITOR, RECTORATE, COORDINATOR)


def deadlines_of(opportunity: Opportunity) -> Sequence[Deadline]:
    """It closes soon, and closes; and the look at its source grows old while it goes on."""
    if opportunity.status not in GOING_ON:
        return []
    wanted: list[Deadline] = []
    if (closes := opportunity.closes_at) and (last := opportunity.days.last_day):
        wanted.append(Deadline(closes + MOMENT, "closes"))
        if opportunity.status == Status.PUBLISHED:
            wanted.append(Deadline(soon_from(closes, soon_days(last)), "closes-soon"))
    if verified := opportunity.verified_on:
        wanted.append(Deadline(start_of_day(flagged_after(verified) + DAY), "source-ages"))
        wanted.append(Deadline(start_of_day(hidden_after(verified) + DAY), "source-stale"))
    return wanted


opportunities = AggregateDefinition(
    Opportunity,
    state=OpportunityState,
    topic="mobility.opportunities.v1",
    readers=(*IN_THE_OFFICE, replace(ANYONE, having="published_on")),
    deadlines=deadlines_of,
    unasked={
        Status.PUBLISHED: [Status.CLOSING_SOON, Status.CLOSED, Status.SUSPENDED],
        Status.CLOSING_SOON: [Status.CLOSED, Status.SUSPENDED],
        Status.SUSPENDED: [Status.PUBLISHED, Status.CLOSING_SOON, Status.CLOSED],
    },
    tasks=tasks_of,
)
opportunities.also_emits(OpportunitySuspended, OpportunityResumed)
translates(
    opportunities,
    OFFICE,
    title="title",
    description="description",
    documents="documents",
    criteria="criteria",
    obligations="obligations",
)
