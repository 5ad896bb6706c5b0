"""The public state of an event; the link for taking part stays with the owner."""

from datetime import date, datetime
from uuid import UUID

from korpu_chassis.commands.state import State
from korpu_chassis.i18n.text import LocalizedText
from korpu_events.events.domain.vocabulary import EventKind, EventStatus, Visibility
from korpu_events.events.parts import DelegateCount, EventBudgetLine, FeedbackQuestion, Session


class EventState(State):
    """An event as messages carry it: people are ids."""

    status: EventStatus
    kind: EventKind
    title: LocalizedText
    summary: LocalizedText
    starts: datetime
    ends: datetime
    time_zone: str
    starts_on: date
    ends_on: date
    place: str | None
    online: bool
    capacity: int | None
    closes: datetime
    sessions: tuple[Session, ...]
    organisations: tuple[UUID, ...]
    responsible_id: UUID | None
    budget: tuple[EventBudgetLine, ...]
    delegates: tuple[DelegateCount, ...]
    delegate_count: int
    published_on: date | None
    report_due: date | None
    report: LocalizedText | None
    overdue: bool
    feedback_questions: tuple[FeedbackQuestion, ...]
    feedback_until: date | None
    feedback_answers: int | None
    reason: str | None
    visibility: Visibility
