"""`PublishEvent`: let everybody read of an event."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_events.events.aggregate import events
from korpu_events.events.domain.lifecycle import require_ahead, require_place, require_texts
from korpu_events.events.domain.vocabulary import EventStatus
from korpu_events.events.facts import EventPublished
from korpu_events.events.refusals.course import EventIsOver, EventPlaceMissing, EventTextsMissing
from korpu_events.events.tables import Event
from korpu_events.permissions import HEAD, OFFICER


class PublishEvent(Changes):
    """Which event is announced."""


@events.changes(
    who=[OFFICER, HEAD],
    when=[EventStatus.DRAFT],
    to=[EventStatus.PUBLISHED],
    emits=[EventPublished],
    refuses=[EventTextsMissing, EventPlaceMissing, EventIsOver],
    requires=[require_texts, require_place],
)
async def publish_event(event: Event, command: PublishEvent, uow: UnitOfWork) -> None:
    """Let everybody read of an event, in Azerbaijani and English at least."""
    require_ahead(event.ends, uow.now)
    event.status, event.published_on = EventStatus.PUBLISHED, uow.today
    await uow.emit(event, EventPublished())
