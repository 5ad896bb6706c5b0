"""What the clock does with appointments: they were held, or nobody came for them."""

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.deadlines import Deadline
from korpu_mobility.advice_slots.aggregate import advice_slots
from korpu_mobility.advice_slots.domain import SlotStatus
from korpu_mobility.advice_slots.facts import AdviceSlotExpired, AdviceSlotHeld
from korpu_mobility.advice_slots.tables import AdviceSlot


@advice_slots.due("expires", emits=[AdviceSlotExpired])
async def expires(slot: AdviceSlot, _: Deadline, uow: UnitOfWork) -> None:
    """Its time has come, and nobody had booked it."""
    slot.status = SlotStatus.EXPIRED
    await uow.emit(slot, AdviceSlotExpired())


@advice_slots.due("is-held", emits=[AdviceSlotHeld])
async def is_held(slot: AdviceSlot, _: Deadline, uow: UnitOfWork) -> None:
    """Its time is over, and somebody had booked it."""
    slot.status = SlotStatus.HELD
    await uow.emit(slot, AdviceSlotHeld())
