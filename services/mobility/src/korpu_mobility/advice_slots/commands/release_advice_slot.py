"""`ReleaseAdviceSlot`: not come, so that somebody else can."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.advice_slots.aggregate import advice_slots
from korpu_mobility.advice_slots.domain import SlotStatus
from korpu_mobility.advice_slots.facts import AdviceSlotReleased
from korpu_mobility.advice_slots.tables import AdviceSlot
from korpu_mobility.permissions import DESK, THE_PERSON


class ReleaseAdviceSlot(Changes):
    """Which appointment; nobody has to say why."""


@advice_slots.changes(
    who=(*DESK, THE_PERSON), when=[SlotStatus.BOOKED], to=[SlotStatus.OFFERED], emits=[AdviceSlotReleased]
)
async def release_advice_slot(slot: AdviceSlot, command: ReleaseAdviceSlot, uow: UnitOfWork) -> None:
    """Give an appointment back; it is free for others at once."""
    slot.status, slot.person_id = SlotStatus.OFFERED, None
    await uow.emit(slot, AdviceSlotReleased())
