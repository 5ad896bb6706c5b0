"""An appointment as messages carry it: who comes is an id."""

from datetime import date, datetime
from uuid import UUID

from korpu_chassis.commands.state import State
from korpu_mobility.advice_slots.domain import SlotStatus
from korpu_mobility.topics import Topic


class AdviceSlotState(State):
    """The public state of an appointment."""

    status: SlotStatus
    advisor: str
    topic: Topic | None
    day: date
    starts_at: datetime
    ends_at: datetime
    place: str
    person_id: UUID | None
    free: bool | None
    reason: str | None
