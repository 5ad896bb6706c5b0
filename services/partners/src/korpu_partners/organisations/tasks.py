"""What waits for whom about an organisation: a judgement of its risk that has become too old."""

from collections.abc import Iterator

from korpu_chassis.commands.task import Task
from korpu_partners.organisations.domain.lifecycle import LIVING
from korpu_partners.organisations.tables import Organisation


def tasks_of(organisation: Organisation) -> Iterator[Task]:
    """Everything that waits for somebody, as the organisation stands."""
    if organisation.status in LIVING and organisation.risk:
        last = organisation.risk.until
        yield Task(("RateOrganisation",), since=last, due=last)
