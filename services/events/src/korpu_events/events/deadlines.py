"""What the clock does with events: who comes is reminded, they are over, reported on late, and guests forgotten."""

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.deadlines import Deadline
from korpu_events.events.aggregate import events
from korpu_events.events.domain.vocabulary import EventStatus
from korpu_events.events.facts import (
    EventGuestsForgotten,
    EventHeld,
    EventRegistrationClosed,
    EventReportOverdue,
    EventStartsSoon,
)
from korpu_events.events.rules import report_due_after
from korpu_events.events.tables import Event
from korpu_events.places.interface import hold_places
from korpu_events.registrations.interface import forget_guests


@events.due("registration-closes", emits=[EventRegistrationClosed])
async def registration_closes(event: Event, _: Deadline, uow: UnitOfWork) -> None:
    """The time for registering is over."""
    event.status = EventStatus.CLOSED
    await uow.emit(event, EventRegistrationClosed())


@events.due("ends", emits=[EventHeld])
async def ends(event: Event, _: Deadline, uow: UnitOfWork) -> None:
    """It is over: a report is due, by the rule of that day."""
    event.status, event.report_due = EventStatus.HELD, report_due_after(event.ends_on)
    await uow.emit(event, EventHeld(report_due=event.report_due))


@events.due("report-overdue", emits=[EventReportOverdue])
async def report_overdue(event: Event, _: Deadline, uow: UnitOfWork) -> None:
    """The due day is over without a report: whoever is responsible and the head are told."""
    assert event.report_due  # noqa: S101 -- without a due day nothing is late
    event.overdue = True
    await uow.emit(event, EventReportOverdue(due=event.report_due, tell=("responsible", "head")))


@events.due("starts-in-*", emits=[EventStartsSoon], untrue_later=True)
async def starts_soon(event: Event, deadline: Deadline, uow: UnitOfWork) -> None:
    """Whoever has a place is reminded; who that is, the topic of registrations tells."""
    days = int(deadline.rule.rpartition("-")[2])
    if (await hold_places(event.id, uow)).taken:
        await uow.emit(event, EventStartsSoon(days=days, tell=("registered",)))


@events.due("guests-kept", emits=[EventGuestsForgotten])
async def guests_kept(event: Event, _: Deadline, uow: UnitOfWork) -> None:
    """Names and addresses of guests are deleted; that they came, and from which country, stays."""
    if people := await forget_guests(event.id, uow):
        await uow.emit(event, EventGuestsForgotten(people=people))
