"""How many foreign delegates came: counted from those of whom we know that they were there."""

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_events.events.facts import EventDelegatesCounted
from korpu_events.events.parts import DelegateCount
from korpu_events.events.tables import Event
from korpu_events.registrations.interface import foreign_attended


async def count_delegates_of(event: Event, uow: UnitOfWork) -> None:
    """Let the event say what its registrations say, where they say anything."""
    counted = await foreign_attended(event.id, uow)
    if counted is None:
        return
    delegates = tuple(DelegateCount(country=country, people=people) for country, people in sorted(counted.items()))
    if delegates != event.delegates:
        event.delegates = delegates
        await uow.emit(event, EventDelegatesCounted(people=event.delegate_count))
