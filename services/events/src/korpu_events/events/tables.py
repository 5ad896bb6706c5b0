"""Where events are kept: one row each."""

from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from korpu_chassis.i18n.text import LocalizedText
from korpu_chassis.persistence.store import Aggregate, instant, part, parts
from korpu_events.events.domain.vocabulary import Visibility
from korpu_events.events.parts import DelegateCount, EventBudgetLine, FeedbackQuestion, Session
from korpu_events.tables import Table

MOMENT = timedelta(microseconds=1)


class Event(Aggregate, Table, table=True):
    """A conference, a seminar or an information day, from the first draft to its report."""

    __tablename__ = "event"

    kind: str
    title: LocalizedText = part(LocalizedText, nullable=False)
    summary: LocalizedText = part(LocalizedText, nullable=False)
    starts: datetime = instant(nullable=False)
    ends: datetime = instant(nullable=False)
    time_zone: str
    place: str | None = None
    online_link: str | None = None
    capacity: int | None = None
    registration_closes: datetime | None = instant()
    sessions: tuple[Session, ...] = parts(Session)
    organisations: tuple[UUID, ...] = parts(UUID)
    responsible_id: UUID | None = None
    budget: tuple[EventBudgetLine, ...] = parts(EventBudgetLine)
    delegates: tuple[DelegateCount, ...] = parts(DelegateCount)
    published_on: date | None = None
    report_due: date | None = None
    report: LocalizedText | None = part(LocalizedText | None)
    overdue: bool = False
    feedback_questions: tuple[FeedbackQuestion, ...] = parts(FeedbackQuestion)
    feedback_until: date | None = None
    feedback_answers: int | None = None
    """How many have answered, once nobody can any more."""
    reason: str | None = None

    @property
    def online(self) -> bool:
        """Whether one can take part from elsewhere; by which link, only the registered are told."""
        return self.online_link is not None

    @property
    def closes(self) -> datetime:
        """When registration closes: as was said, or when it begins."""
        return self.registration_closes or self.starts

    @property
    def starts_on(self) -> date:
        """The first day, where it takes place."""
        return self.starts.astimezone(ZoneInfo(self.time_zone)).date()

    @property
    def ends_on(self) -> date:
        """The last day, where it takes place; midnight belongs to the day that it ends."""
        return (self.ends - MOMENT).astimezone(ZoneInfo(self.time_zone)).date()

    @property
    def delegate_count(self) -> int:
        """How many foreign delegates came."""
        return sum(each.people for each in self.delegates)

    @property
    def visibility(self) -> Visibility:
        """Everybody reads of it once it was published, also when it is called off."""
        return Visibility.PUBLIC if self.published_on else Visibility.OFFICE
