"""The definition of deputyships: who reads them, what they are by the calendar, and when the clock speaks."""

from collections.abc import Sequence
from datetime import date, timedelta

from korpu_chassis.clock import start_of_day
from korpu_chassis.commands.aggregate import AggregateDefinition
from korpu_chassis.deadlines import Deadline
from korpu_partners.deputyships.domain import DeputyshipStatus, status_on
from korpu_partners.deputyships.state import DeputyshipState
from korpu_partners.deputyships.tables import Deputyship
from korpu_partners.permissions import AUDITOR, DEPARTMENT


def status_of(deputyship: Deputyship, today: date) -> str:
    """What its days make of it, or that it was ended."""
    return status_on(deputyship.first_day, deputyship.last_day, deputyship.ended_on, today)


def deadlines_of(deputyship: Deputyship) -> Sequence[Deadline]:
    """It begins with its first day, and is over when the day after its last one begins."""
    over = Deadline(start_of_day(deputyship.last_day + timedelta(days=1)), "is-over")
    match deputyship.status:
        case DeputyshipStatus.PLANNED:
            return [Deadline(start_of_day(deputyship.first_day), "begins"), over]
        case DeputyshipStatus.IN_FORCE:
            return [over]
    return []


deputyships = AggregateDefinition(
    Deputyship,
    state=DeputyshipState,
    topic="partners.deputyships.v1",
    status=status_of,
    readers=(*DEPARTMENT, AUDITOR),
    deadlines=deadlines_of,
    unasked={
        DeputyshipStatus.PLANNED: (DeputyshipStatus.IN_FORCE, DeputyshipStatus.OVER),
        DeputyshipStatus.IN_FORCE: (DeputyshipStatus.OVER,),
    },
)
