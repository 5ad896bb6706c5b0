"""`ReportEvent`: hand in the report, without which an event is not finished."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import LocalizedText, Texts
from korpu_events.events.aggregate import events
from korpu_events.events.domain.vocabulary import EventStatus
from korpu_events.events.facts import EventDelegatesCounted, EventReported
from korpu_events.events.policies.delegates import count_delegates_of
from korpu_events.events.readers import DESK
from korpu_events.events.tables import Event
from korpu_events.registrations.interface import close_attendance


class ReportEvent(Changes):
    """What came of it."""

    report: Texts


@events.changes(
    who=DESK, when=[EventStatus.HELD], to=[EventStatus.REPORTED], emits=[EventDelegatesCounted, EventReported]
)
async def report_event(event: Event, command: ReportEvent, uow: UnitOfWork) -> None:
    """Hand in the report, without which an event is not finished; who did not come by then was absent."""
    await close_attendance(event.id, uow)
    await count_delegates_of(event, uow)
    event.status, event.report, event.overdue = EventStatus.REPORTED, LocalizedText.of(command.report), False
    await uow.emit(event, EventReported())
