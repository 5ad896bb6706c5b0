"""`RecordAttendance`: enter the list of those who were there."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_events.events.aggregate import events
from korpu_events.events.domain.vocabulary import AHEAD, EventStatus
from korpu_events.events.facts import EventAttendanceRecorded, EventDelegatesCounted
from korpu_events.events.policies.delegates import count_delegates_of
from korpu_events.events.readers import DESK
from korpu_events.events.tables import Event
from korpu_events.registrations.interface import ATTENDANCE_REFUSALS, record_attendance


class RecordAttendance(Changes):
    """Whose registrations the list names; those who are not named stay as they are."""

    registration_ids: Annotated[tuple[UUID, ...], Field(min_length=1, max_length=1000)]


@events.changes(
    who=DESK,
    when=[*AHEAD, EventStatus.HELD, EventStatus.REPORTED],
    emits=[EventAttendanceRecorded, EventDelegatesCounted],
    refuses=ATTENDANCE_REFUSALS,
)
async def record_attendance_of(event: Event, command: RecordAttendance, uow: UnitOfWork) -> None:
    """Enter the list of those who were there; who is named twice, or was let in by a ticket, was there once."""
    people = await record_attendance(event.id, command.registration_ids, uow)
    await uow.emit(event, EventAttendanceRecorded(people=people))
    if event.status == EventStatus.REPORTED:
        await count_delegates_of(event, uow)
