"""What the clock does with events: who comes is reminded, they are over, reported on late, and guests forgotten."""

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.deadlines import Deadline
from korpu_events.events.aggregate import events
from korpu_events.events.domain.vocabulary import EventStatus
from korpu_events.events.facts import (
    EventFeedbackClosed,
    EventFeedbackOpened,
    EventGuestsForgotten,
    EventHeld,
    EventRegistrationClosed,
    EventReportOverdue,
    EventStartsSoon,
)
from korpu_events.events.rules import feedback_until_after, report_due_after
from korpu_events.events.tables import Event
from korpu_events.feedback.interface import close_answers, forget_words
from korpu_events.places.interface import hold_places
from korpu_events.registrations.interface import forget_guests


@events.due("registration-closes", emits=[EventRegistrationClosed])
async def registration_closes(event: Event, _: Deadline, uow: UnitOfWork) -> None:
    """The time for registering is over."""
    event.status = EventStatus.CLOSED
    await uow.emit(event, EventRegistrationClosed())


@events.due("ends", emits=[EventHeld, EventFeedbackOpened])
async def ends(event: Event, _: Deadline, uow: UnitOfWork) -> None:
    """It is over: a report is due, and whoever was there is asked how it was, by the rules of that day."""
    event.status, event.report_due = EventStatus.HELD, report_due_after(event.ends_on)
    if event.feedback_questions:
        event.feedback_until = feedback_until_after(event.ends_on)
    await uow.emit(event, EventHeld(report_due=event.report_due))
    if event.feedback_until:
        await uow.emit(event, EventFeedbackOpened(until=event.feedback_until, tell=("attended",)))


@events.due("feedback-closes", emits=[EventFeedbackClosed])
async def feedback_closes(event: Event, _: Deadline, uow: UnitOfWork) -> None:
    """Nobody answers any more; who has is forgotten, how many stays."""
    event.feedback_answers = await close_answers(event.id, uow)
    await uow.emit(event, EventFeedbackClosed(answers=event.feedback_answers))


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
    await forget_words(event.id, uow)
    if people := await forget_guests(event.id, uow):
        await uow.emit(event, EventGuestsForgotten(people=people))
