"""What mobility's other parts may ask of appointments: ids come in, values go out."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.advice_slots.domain import SlotStatus
from korpu_mobility.advice_slots.facts import AdviceSlotReleased
from korpu_mobility.advice_slots.tables import AdviceSlot


async def forget_appointments(person_id: UUID, uow: UnitOfWork) -> Sequence[UUID]:
    """Give back what somebody has booked and not yet come to; gives the ids of all that they had booked."""
    found = sorted(each.id for each in await uow.find(AdviceSlot, col(AdviceSlot.person_id) == person_id))
    for each in found:
        slot = await uow.lock(AdviceSlot, each, path=None)
        if slot.status == SlotStatus.BOOKED:
            slot.status, slot.person_id = SlotStatus.OFFERED, None
            await uow.emit(slot, AdviceSlotReleased())
    return found
