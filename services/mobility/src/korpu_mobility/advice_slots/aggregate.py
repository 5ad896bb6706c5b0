"""The definition of appointments: their topic, who reads them, and what the clock does."""

from collections.abc import Sequence
from dataclasses import replace

from korpu_chassis.commands.aggregate import AggregateDefinition
from korpu_chassis.commands.permission import ANYONE
from korpu_chassis.deadlines import Deadline
from korpu_mobility.advice_slots.domain import SlotStatus
from korpu_mobility.advice_slots.facts import AdviceSlotReleased
from korpu_mobility.advice_slots.state import AdviceSlotState
from korpu_mobility.advice_slots.tables import AdviceSlot
from korpu_mobility.permissions import AUDITOR, DESK, THE_PERSON


def deadlines_of(slot: AdviceSlot) -> Sequence[Deadline]:
    """What nobody booked is over when it begins, and what was booked when it ends."""
    match slot.status:
        case SlotStatus.OFFERED:
            return [Deadline(slot.starts_at, "expires")]
        case SlotStatus.BOOKED:
            return [Deadline(slot.ends_at, "is-held")]
    return []


advice_slots = AggregateDefinition(
    AdviceSlot,
    state=AdviceSlotState,
    topic="mobility.advice-slots.v1",
    readers=(*DESK, AUDITOR, THE_PERSON, replace(ANYONE, having="free")),
    deadlines=deadlines_of,
    unasked={
        SlotStatus.OFFERED: (SlotStatus.EXPIRED,),
        SlotStatus.BOOKED: (SlotStatus.HELD, SlotStatus.OFFERED),
    },
)
advice_slots.also_emits(AdviceSlotReleased)
