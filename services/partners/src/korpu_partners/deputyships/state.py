"""What is said of deputyships: ids that tell nothing, and days; never why the head is away."""

from datetime import date

from korpu_chassis.commands.state import State
from korpu_partners.deputyships.domain import DeputyshipStatus


class DeputyshipState(State):
    """A deputyship as everybody may know it who hears of it."""

    status: DeputyshipStatus
    head: str
    deputy: str
    first_day: date
    last_day: date
    ended_on: date | None
