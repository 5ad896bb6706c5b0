"""`BookAdviceSlot`: come for advice."""

from sqlmodel import col

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.permission import ANYONE
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.advice_slots.aggregate import advice_slots
from korpu_mobility.advice_slots.domain import AHEAD, SlotStatus, require_ahead
from korpu_mobility.advice_slots.facts import AdviceSlotBooked
from korpu_mobility.advice_slots.policies import clash
from korpu_mobility.advice_slots.refusals import BookerBusy, BookerUnknown, SlotInThePast, SlotTaken
from korpu_mobility.advice_slots.tables import AdviceSlot
from korpu_mobility.people.interface import facts_about


class BookAdviceSlot(Changes):
    """Which appointment one wants."""


def require_free(slot: AdviceSlot) -> None:
    """Nobody else comes then."""
    if slot.status == SlotStatus.BOOKED:
        raise SlotTaken


@advice_slots.changes(
    who=[ANYONE],
    when=AHEAD,
    to={SlotStatus.OFFERED: [SlotStatus.BOOKED]},
    emits=[AdviceSlotBooked],
    refuses=[SlotTaken, SlotInThePast, BookerUnknown, BookerBusy],
    requires=[require_free],
)
async def book_advice_slot(slot: AdviceSlot, command: BookAdviceSlot, uow: UnitOfWork) -> None:
    """Come for advice in one's own name; of two who want the last appointment the first gets it."""
    require_ahead(slot.starts_at, uow.now)
    person_id = uow.principal.person_id
    if person_id is None or await facts_about(person_id, uow) is None:
        raise BookerUnknown
    theirs = col(AdviceSlot.person_id) == person_id
    if other := await clash(str(person_id), theirs, slot.starts_at, slot.ends_at, uow):
        raise BookerBusy("id", code=other)
    slot.status, slot.person_id = SlotStatus.BOOKED, person_id
    await uow.emit(slot, AdviceSlotBooked())
