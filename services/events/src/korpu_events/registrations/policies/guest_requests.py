"""The door for guests: what is asked there is written down, and nobody learns who has asked before."""

from datetime import timedelta

from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.identity.access_tokens import GUEST, Principal
from korpu_events.events.interface import course_of
from korpu_events.places.interface import hold_places
from korpu_events.registrations.domain.capacity import require_open
from korpu_events.registrations.domain.vocabulary import LIVING, RegistrationStatus
from korpu_events.registrations.facts import RegistrationLinkAsked, RegistrationRequested
from korpu_events.registrations.inputs import RegisterGuest
from korpu_events.registrations.policies.registrants import guest_of, new_registration
from korpu_events.registrations.rules import confirm_until
from korpu_events.registrations.tables import Registration

NOT_AGAIN = timedelta(hours=1)
"""An address is sent one link an hour, whoever asks for it."""


async def ask_at_the_door(asked: RegisterGuest, uow: UnitOfWork) -> None:
    """Write down that a guest wants to come, or that a link is wanted again for an address that is known here."""
    places = await hold_places(asked.event_id, uow)
    event = await course_of(asked.event_id, uow)
    require_open(event, uow.now)
    known = await _known(asked, uow)
    if known is not None:
        await _again(known, uow)
        return
    registration = new_registration(event, places, uow)
    uow.principal = Principal(subject=f"{GUEST}{registration.id}")
    registration.guest, registration.status = True, RegistrationStatus.PENDING
    registration.registrant, registration.email = guest_of(asked.email), asked.email
    registration.name, registration.affiliation = asked.name, asked.affiliation
    registration.country, registration.language = asked.country, asked.language
    registration.asked_at, registration.confirm_until = uow.now, confirm_until(uow.now, uow.today)
    await uow.emit(registration, RegistrationRequested(confirm_until=registration.confirm_until))


async def _known(asked: RegisterGuest, uow: UnitOfWork) -> Registration | None:
    same = col(Registration.event_id) == asked.event_id, col(Registration.registrant) == guest_of(asked.email)
    living = col(Registration.status).in_(LIVING)
    return next(iter(await uow.lock_all(Registration, *same, living, order=col(Registration.id))), None)


async def _again(registration: Registration, uow: UnitOfWork) -> None:
    if registration.asked_at is None or registration.asked_at + NOT_AGAIN > uow.now:
        return
    uow.principal = Principal(subject=f"{GUEST}{registration.id}")
    registration.asked_at = uow.now
    if registration.status == RegistrationStatus.PENDING:
        registration.confirm_until = confirm_until(uow.now, uow.today)
    await uow.emit(registration, RegistrationLinkAsked())
