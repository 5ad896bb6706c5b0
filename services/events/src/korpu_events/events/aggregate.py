"""The definition of events: who reads them, which texts are translated, and when the clock speaks."""

from collections.abc import Sequence

from korpu_chassis.clock import end_of_day, start_of_day
from korpu_chassis.commands.aggregate import AggregateDefinition
from korpu_chassis.commands.translation import translates
from korpu_chassis.dated_rules import rungs
from korpu_chassis.deadlines import Deadline
from korpu_events.events.domain.vocabulary import AHEAD, OVER, TAKING_REGISTRATIONS, EventStatus
from korpu_events.events.facts import EventFull, EventPlacesFree
from korpu_events.events.readers import READERS
from korpu_events.events.rules import REMINDERS
from korpu_events.events.state import EventState
from korpu_events.events.tables import Event
from korpu_events.events.tasks import tasks_of
from korpu_events.permissions import HEAD, OFFICER
from korpu_events.places.interface import holding_places
from korpu_events.registrations.interface import guests_kept_until


def deadlines_of(event: Event) -> Sequence[Deadline]:
    """Registration closes, who comes is reminded, the event ends, its report falls due, its guests are forgotten."""
    wanted = []
    if event.status in TAKING_REGISTRATIONS:
        wanted.append(Deadline(event.closes, "registration-closes"))
    if event.status in AHEAD:
        wanted.append(Deadline(event.ends, "ends"))
        wanted += [
            Deadline(start_of_day(day), f"starts-in-{days}") for days, day in rungs(event.starts_on, REMINDERS.forms())
        ]
    if event.status == EventStatus.HELD and event.report_due:
        wanted.append(Deadline(end_of_day(event.report_due), "report-overdue"))
    if event.feedback_until and event.feedback_answers is None:
        wanted.append(Deadline(end_of_day(event.feedback_until), "feedback-closes"))
    if event.status in OVER:
        wanted.append(Deadline(end_of_day(guests_kept_until(event.ends_on)), "guests-kept"))
    return wanted


events = AggregateDefinition(
    Event,
    state=EventState,
    topic="events.events.v1",
    readers=READERS,
    after=holding_places,
    unasked={
        EventStatus.REGISTRATION_OPEN: (EventStatus.FULL, EventStatus.CLOSED, EventStatus.HELD),
        EventStatus.FULL: (EventStatus.REGISTRATION_OPEN, EventStatus.CLOSED, EventStatus.HELD),
        EventStatus.PUBLISHED: (EventStatus.HELD,),
        EventStatus.CLOSED: (EventStatus.HELD,),
    },
    deadlines=deadlines_of,
    tasks=tasks_of,
)
translates(
    events,
    (OFFICER, HEAD),
    title="title",
    summary="summary",
    sessions="sessions",
    feedback_questions="feedback_questions",
    report="report",
)
events.also_emits(EventFull, EventPlacesFree)
