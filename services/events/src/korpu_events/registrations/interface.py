"""What events may ask of registrations: ids come in, values go out."""

from dataclasses import dataclass, fields
from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.refusals import NotFound
from korpu_events.events.interface import course_of
from korpu_events.fields import Touched
from korpu_events.generated_documents.interface import forget_certificates
from korpu_events.places.interface import hold_places
from korpu_events.registrations.domain.vocabulary import LIVING, Canceller, RegistrationStatus
from korpu_events.registrations.facts import RegistrationCancelled, RegistrationForgotten
from korpu_events.registrations.policies.allocation import give_on
from korpu_events.registrations.policies.attendance import (
    ATTENDANCE_REFUSALS,
    close_attendance,
    foreign_attended,
    record_attendance,
)
from korpu_events.registrations.policies.forgetting import forget
from korpu_events.registrations.refusals import DelegatesAreCounted, PlacesTaken
from korpu_events.registrations.rules import kept_until
from korpu_events.registrations.tables import Registration

__all__ = [
    "ATTENDANCE_REFUSALS",
    "DelegatesAreCounted",
    "PlacesTaken",
    "RegistrationOnPaper",
    "attendance_of",
    "cancel_all",
    "close_attendance",
    "foreign_attended",
    "forget_guests",
    "guests_kept_until",
    "hold_registration_version",
    "move_up",
    "record_attendance",
    "registration_on_paper",
    "require_room_for_all",
    "touched_registrations",
]


@dataclass(frozen=True)
class RegistrationOnPaper:
    """A registration as a paper names it; only of guests a name is kept here."""

    id: UUID
    version: int
    code: str
    status: str
    unit: str | None
    event_id: UUID
    person_id: UUID | None
    name: str | None
    forgotten: bool

    @property
    def attended(self) -> bool:
        """Whether it is known that they were there."""
        return self.status == RegistrationStatus.ATTENDED


async def registration_on_paper(registration_id: UUID, uow: UnitOfWork) -> RegistrationOnPaper:
    """The registration as it stands now; the caller logs the look at its name."""
    found = await uow.session.get(Registration, registration_id)
    if found is None:
        raise NotFound("registration_id")
    return RegistrationOnPaper(**{each.name: getattr(found, each.name) for each in fields(RegistrationOnPaper)})


async def hold_registration_version(registration_id: UUID, uow: UnitOfWork) -> int:
    """The version of a registration that nobody changes until the transaction ends."""
    return await uow.hold(Registration, registration_id)


def guests_kept_until(day: date) -> date:
    """The last day on which we know who the guests of an event of this day were."""
    return kept_until(day)


async def require_room_for_all(event_id: UUID, capacity: int | None, uow: UnitOfWork) -> None:
    """Nobody who has a place loses it because there are fewer of them."""
    places = await hold_places(event_id, uow, None)
    if capacity is not None and capacity < places.taken:
        raise PlacesTaken("capacity", taken=places.taken)


async def move_up(event_id: UUID, uow: UnitOfWork) -> None:
    """Give the places that are free now to those who wait, and let the event say whether it is full."""
    places = await hold_places(event_id, uow, None)
    if places.numbered:
        await give_on(await course_of(event_id, uow, None), places, uow)


async def attendance_of(event_id: UUID, person_id: UUID | None, uow: UnitOfWork) -> UUID | None:
    """The registration by which somebody with an account was at an event; nothing, if that is not known."""
    came = col(Registration.event_id) == event_id, col(Registration.status) == RegistrationStatus.ATTENDED
    own = select(col(Registration.id)).where(*came, col(Registration.person_id) == person_id)
    return await uow.session.scalar(own) if person_id else None


async def touched_registrations(event_id: UUID, uow: UnitOfWork) -> list[Touched]:
    """How many are registered, wait or have still to confirm, accounts and guests apart: each is told."""
    by = col(Registration.status), col(Registration.guest)
    living = col(Registration.event_id) == event_id, col(Registration.status).in_(LIVING)
    found = await uow.session.execute(select(*by, func.count()).where(*living).group_by(*by).order_by(*by))
    return [
        Touched(
            kind="registrations",
            id=event_id,
            what="guests" if guest else "accounts",
            status=status,
            people=people,
            if_postponed=status,
            if_cancelled=RegistrationStatus.CANCELLED,
        )
        for status, guest, people in found
    ]


async def cancel_all(event_id: UUID, uow: UnitOfWork) -> None:
    """The event does not take place: every registration says so."""
    places = await hold_places(event_id, uow, None)
    living = col(Registration.event_id) == event_id, col(Registration.status).in_(LIVING)
    found = await uow.lock_all(Registration, *living, order=col(Registration.id))
    changes = []
    for each in found:
        changes.append((each, RegistrationCancelled(by=Canceller.EVENT, before=each.status)))
        each.status, each.cancelled_by = RegistrationStatus.CANCELLED, Canceller.EVENT
        each.line = each.confirm_until = None
    places.taken = 0
    if changes:
        await uow.emit_all(changes)


async def forget_guests(event_id: UUID, uow: UnitOfWork) -> int:
    """Delete who the guests of an event were, and say how many there were."""
    known = (
        col(Registration.event_id) == event_id,
        col(Registration.guest).is_(True),
        col(Registration.forgotten).is_(False),
    )
    guests = await uow.lock_all(Registration, *known, order=col(Registration.id))
    for each in guests:
        forget(each)
    if guests:
        await uow.emit_all([(each, RegistrationForgotten()) for each in guests])
    await forget_certificates(uow, event_id=event_id)
    return len(guests)
