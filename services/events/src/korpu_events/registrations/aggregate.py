"""The definition of registrations: who reads them, and what is held before one."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Executable, select
from sqlmodel import col

from korpu_chassis.commands.aggregate import AggregateDefinition
from korpu_chassis.commands.permission import ANYONE
from korpu_chassis.deadlines import Deadline
from korpu_events.permissions import AUDITOR, COORDINATOR, HEAD, OFFICER, RECTORATE
from korpu_events.places.interface import holding_places
from korpu_events.registrations.domain.vocabulary import HELD, RegistrationStatus
from korpu_events.registrations.facts import (
    RegistrationForgotten,
    RegistrationLinkAsked,
    RegistrationMissed,
    RegistrationPlaceGiven,
    RegistrationRequested,
)
from korpu_events.registrations.refusals import RegisteredAlready
from korpu_events.registrations.state import RegistrationState
from korpu_events.registrations.tables import ONE_EACH, Registration

DESK = (OFFICER, HEAD, COORDINATOR.of("unit"))
REGISTRANT = ANYONE.own("person_id")


def deadlines_of(registration: Registration) -> Sequence[Deadline]:
    """A guest confirms the address in time."""
    if registration.status == RegistrationStatus.PENDING and registration.confirm_until:
        return [Deadline(registration.confirm_until, "unconfirmed")]
    return []


def places_of(registration_id: UUID) -> Executable:
    """Hold the places of its event first: whoever calls the event off holds them too."""
    event = select(col(Registration.event_id)).where(col(Registration.id) == registration_id)
    return holding_places(event.scalar_subquery())


registrations = AggregateDefinition(
    Registration,
    state=RegistrationState,
    topic="events.registrations.v1",
    readers=(*DESK, RECTORATE, AUDITOR, REGISTRANT),
    unique={ONE_EACH: RegisteredAlready},
    unasked={
        "[*]": (RegistrationStatus.PENDING,),
        RegistrationStatus.PENDING: (*HELD, RegistrationStatus.CANCELLED),
        RegistrationStatus.WAITING: (RegistrationStatus.REGISTERED, RegistrationStatus.CANCELLED),
        RegistrationStatus.REGISTERED: (
            RegistrationStatus.CANCELLED,
            RegistrationStatus.ATTENDED,
            RegistrationStatus.ABSENT,
        ),
        RegistrationStatus.ABSENT: (RegistrationStatus.ATTENDED,),
    },
    deadlines=deadlines_of,
    after=places_of,
)
registrations.also_emits(
    RegistrationMissed, RegistrationRequested, RegistrationLinkAsked, RegistrationPlaceGiven, RegistrationForgotten
)
