"""`RecordGift`: enter a gift, given or received, in the register."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Day, Money
from korpu_events.fields import Line
from korpu_events.permissions import HEAD, OFFICER
from korpu_events.visits.aggregate import visits
from korpu_events.visits.domain.lifecycle import TAKES_PLACE, require_room
from korpu_events.visits.facts import VisitGiftRecorded
from korpu_events.visits.refusals.course import ListFull
from korpu_events.visits.surroundings import Gift
from korpu_events.visits.tables import Visit


class RecordGift(Changes):
    """A gift given or received."""

    received: Annotated[bool, Field(description="True when we received it, false when we gave it.")]
    what: Line
    value: Money | None = None
    on: Annotated[Day | None, Field(description="Today, if left out.")] = None


@visits.changes(who=[OFFICER, HEAD], when=TAKES_PLACE, emits=[VisitGiftRecorded], refuses=[ListFull])
async def record_gift(visit: Visit, command: RecordGift, uow: UnitOfWork) -> None:
    """Enter a gift, given or received, in the register."""
    require_room(visit.gifts)
    gift = Gift(received=command.received, what=command.what, value=command.value, on=command.on or uow.today)
    visit.gifts = (*visit.gifts, gift)
    await uow.emit(visit, VisitGiftRecorded(received=gift.received))
