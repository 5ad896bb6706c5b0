"""What waits for whom about an opportunity: to publish it, to look at its source, to find another one."""

from collections.abc import Iterator

from korpu_chassis.commands.task import Task
from korpu_mobility.opportunities.domain.lifecycle import OPEN, Status
from korpu_mobility.opportunities.rules import flagged_after, hidden_after
from korpu_mobility.opportunities.tables import Opportunity


def tasks_of(opportunity: Opportunity) -> Iterator[Task]:
    """Everything that waits for somebody, as the opportunity stands."""
    match opportunity.status:
        case Status.DRAFT:
            yield Task(("PublishOpportunity",), due=opportunity.days.last_day)
            if opportunity.verified_on is None:
                yield Task(("VerifyOpportunity",))
        case status if status in OPEN and opportunity.verified_on:
            since, due = flagged_after(opportunity.verified_on), hidden_after(opportunity.verified_on)
            yield Task(("VerifyOpportunity",), since=since, due=due)
        case Status.SUSPENDED:
            yield Task(("ChangeOpportunity", "CloseOpportunity"), due=opportunity.days.last_day)
