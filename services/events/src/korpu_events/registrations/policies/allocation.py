"""Who has a place: given in order under the count of the event, freed, and given on to the first in line."""

from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_documents.papers.codes import new_code
from korpu_events.events.interface import EventCourse, say_full
from korpu_events.places.interface import EventPlaces
from korpu_events.registrations.domain.capacity import free_places, has_place, moves_up
from korpu_events.registrations.domain.vocabulary import Canceller, RegistrationStatus
from korpu_events.registrations.facts import (
    RegistrationCancelled,
    RegistrationMade,
    RegistrationPlaceGiven,
    RegistrationQueued,
)
from korpu_events.registrations.tables import Registration


async def take_place(registration: Registration, event: EventCourse, places: EventPlaces, uow: UnitOfWork) -> None:
    """Give it a place, or the last one in line; the caller holds the places."""
    registration.registered_at, registration.confirm_until = uow.now, None
    if has_place(event.capacity, places.taken):
        places.taken += 1
        registration.status, registration.ticket = RegistrationStatus.REGISTERED, new_code()
        await uow.emit(registration, RegistrationMade())
        await settle(event, places, uow)
        return
    places.lined += 1
    registration.status, registration.line = RegistrationStatus.WAITING, places.lined
    await uow.emit(registration, RegistrationQueued(line=places.lined))


async def cancel(
    registration: Registration, by: Canceller, event: EventCourse, places: EventPlaces, uow: UnitOfWork
) -> None:
    """Let whoever registered not come; the first in line has the place."""
    before = registration.status
    registration.status, registration.line = RegistrationStatus.CANCELLED, None
    registration.cancelled_by, registration.confirm_until = by, None
    await uow.emit(registration, RegistrationCancelled(by=by, before=before))
    if before == RegistrationStatus.REGISTERED:
        places.taken -= 1
        await give_on(event, places, uow)


async def give_on(event: EventCourse, places: EventPlaces, uow: UnitOfWork) -> None:
    """Give the places that are free to those who wait, the first in line first; then say whether it is full."""
    if moves_up(event, uow.now):
        waiting = col(Registration.event_id) == event.id, col(Registration.status) == RegistrationStatus.WAITING
        free = free_places(event.capacity, places.taken)
        first = await uow.lock_all(Registration, *waiting, order=col(Registration.line), limit=free)
        for each in first:
            each.status, each.line, each.ticket = RegistrationStatus.REGISTERED, None, new_code()
        places.taken += len(first)
        if first:
            await uow.emit_all([(each, RegistrationPlaceGiven()) for each in first])
    await settle(event, places, uow)


async def settle(event: EventCourse, places: EventPlaces, uow: UnitOfWork) -> None:
    """Let the event say that it is full, or has places, when that has come about."""
    full = not has_place(event.capacity, places.taken)
    if event.takes_registrations and full != event.is_full:
        await say_full(event.id, uow, full=full)
