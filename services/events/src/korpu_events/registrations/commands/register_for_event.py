"""`RegisterForEvent`: whoever is signed in comes to an event, or waits for a place."""

from typing import ClassVar
from uuid import UUID

from korpu_chassis.commands.command import Creates
from korpu_chassis.commands.permission import ANYONE
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.database.limits import CROWD, Limits
from korpu_chassis.validation.codes import Country
from korpu_events.events.interface import course_of
from korpu_events.places.interface import hold_places
from korpu_events.registrations.aggregate import registrations
from korpu_events.registrations.domain.capacity import require_open
from korpu_events.registrations.domain.vocabulary import RegistrationStatus
from korpu_events.registrations.facts import RegistrationMade, RegistrationQueued
from korpu_events.registrations.policies.allocation import take_place
from korpu_events.registrations.policies.registrants import account_of, new_registration
from korpu_events.registrations.refusals import RegisteredAlready, RegistrantUnknown, RegistrationNotOpen
from korpu_events.registrations.tables import Registration


class RegisterForEvent(Creates):
    """For which event, and from which country one comes."""

    limits: ClassVar[Limits] = CROWD
    event_id: UUID
    country: Country = "AZ"

    @property
    def waits_at(self) -> UUID:
        """Who registers for one event waits at the count of its places."""
        return self.event_id


@registrations.creates(
    who=[ANYONE],
    to=[RegistrationStatus.REGISTERED, RegistrationStatus.WAITING],
    emits=[RegistrationMade, RegistrationQueued],
    refuses=[RegistrationNotOpen, RegisteredAlready, RegistrantUnknown],
)
async def register_for_event(command: RegisterForEvent, uow: UnitOfWork) -> Registration:
    """Register for an event with one's account; without a free place one waits in line."""
    account = account_of(uow.principal)
    places = await hold_places(command.event_id, uow)
    event = await course_of(command.event_id, uow)
    require_open(event, uow.now)
    registration = new_registration(event, places, uow)
    registration.registrant, registration.person_id = account, uow.principal.person_id
    registration.country = command.country
    await take_place(registration, event, places, uow)
    return registration
