"""`CancelAdviceSlot`: an appointment does not take place."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Text
from korpu_mobility.advice_slots.aggregate import advice_slots
from korpu_mobility.advice_slots.domain import AHEAD, SlotStatus
from korpu_mobility.advice_slots.facts import AdviceSlotCancelled
from korpu_mobility.advice_slots.tables import AdviceSlot
from korpu_mobility.permissions import DESK


class CancelAdviceSlot(Changes):
    """Why nobody is advised then; whoever wanted to come reads it."""

    reason: Annotated[Text, Field(max_length=1000, description="Nobody's name: it is published.")]


@advice_slots.changes(who=DESK, when=AHEAD, to=[SlotStatus.CANCELLED], emits=[AdviceSlotCancelled])
async def cancel_advice_slot(slot: AdviceSlot, command: CancelAdviceSlot, uow: UnitOfWork) -> None:
    """Call an appointment off; whoever had booked it still sees it, and why."""
    slot.status, slot.reason = SlotStatus.CANCELLED, command.reason
    await uow.emit(slot, AdviceSlotCancelled())
