"""What waits for whom about an event: to announce it, to open registration, and to report on it."""

from collections.abc import Iterator

from korpu_chassis.commands.task import Task
from korpu_events.events.domain.vocabulary import EventStatus
from korpu_events.events.tables import Event


def tasks_of(event: Event) -> Iterator[Task]:
    """Everything that waits for somebody, as the event stands."""
    match event.status:
        case EventStatus.DRAFT:
            yield Task(("PublishEvent",), due=event.starts_on)
        case EventStatus.PUBLISHED if event.capacity is not None:
            yield Task(("OpenRegistration",), due=event.starts_on, person=event.responsible_id)
        case EventStatus.HELD:
            yield Task(("ReportEvent",), since=event.ends, due=event.report_due, person=event.responsible_id)
