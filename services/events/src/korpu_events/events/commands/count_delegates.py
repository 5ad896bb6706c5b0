"""`CountDelegates`: say how many foreign delegates came, and from which countries."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_events.events.aggregate import events
from korpu_events.events.domain.lifecycle import require_each_country_once
from korpu_events.events.domain.vocabulary import EventStatus
from korpu_events.events.facts import EventDelegatesCounted
from korpu_events.events.parts import DelegateCount
from korpu_events.events.readers import DESK
from korpu_events.events.refusals.course import CountryCountedTwice
from korpu_events.events.tables import Event
from korpu_events.registrations.interface import DelegatesAreCounted, foreign_attended


class CountDelegates(Changes):
    """The foreign delegates of each country, in full; what was counted before is replaced."""

    delegates: Annotated[tuple[DelegateCount, ...], Field(max_length=300)]


@events.changes(
    who=DESK,
    when=[EventStatus.HELD, EventStatus.REPORTED],
    emits=[EventDelegatesCounted],
    refuses=[CountryCountedTwice, DelegatesAreCounted],
)
async def count_delegates(event: Event, command: CountDelegates, uow: UnitOfWork) -> None:
    """Say how many foreign delegates came; the ministry asks for these numbers, so they can be put right later."""
    require_each_country_once(command.delegates)
    if await foreign_attended(event.id, uow) is not None:
        raise DelegatesAreCounted("delegates")
    event.delegates = command.delegates
    await uow.emit(event, EventDelegatesCounted(people=event.delegate_count))
