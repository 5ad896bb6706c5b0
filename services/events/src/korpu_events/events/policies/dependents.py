"""What depends on an event that is still to come: who has registered, the hours of its sessions, commitments."""

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_events.action_points.interface import touched_commitments
from korpu_events.diary.interface import touched_hours
from korpu_events.events.domain.vocabulary import ARRANGED
from korpu_events.events.tables import Event
from korpu_events.fields import Touched
from korpu_events.registrations.interface import touched_registrations


async def dependents_of(event: Event, uow: UnitOfWork) -> list[Touched]:
    """All that would be touched if the event were moved or called off now; nothing once it is over."""
    if event.status not in ARRANGED:
        return []
    return [
        *await touched_registrations(event.id, uow),
        *await touched_hours(event.id, uow, postponed="moved"),
        *await touched_commitments("event", event.id, uow),
    ]
