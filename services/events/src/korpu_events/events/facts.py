"""What happens to events."""

from datetime import date, datetime
from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.state import Fact
from korpu_events.events.parts import Session


class EventDrafted(Fact):
    """Somebody plans an event."""


class EventChanged(Fact):
    """What was written about it is written differently."""


class EventProgrammeChanged(Fact):
    """Sessions came, changed or went."""

    added: tuple[Session, ...] = ()
    changed: tuple[Session, ...] = ()
    removed: tuple[Session, ...] = ()


class EventMoved(Fact):
    """It takes place at another time; its sessions moved with it."""

    starts: datetime
    ends: datetime
    before: Annotated[datetime, Field(description="When it was to begin.")]
    reason: str


class EventPublished(Fact):
    """Everybody may read of it."""


class EventRegistrationOpened(Fact):
    """Whoever wants to come can register."""

    until: datetime


class EventFull(Fact):
    """Every place is taken; whoever registers now waits in line."""

    capacity: int


class EventPlacesFree(Fact):
    """There are places again, and nobody waits for them."""


class EventStartsSoon(Fact):
    """It begins in so many days: whoever has a place is reminded."""

    days: int
    tell: tuple[str, ...]


class EventGuestsForgotten(Fact):
    """Who its guests were is deleted; how many there were, and from where, stays."""

    people: int


class EventRegistrationClosed(Fact):
    """Nobody registers any more."""


class EventAttendanceRecorded(Fact):
    """A list says who was there."""

    people: int


class EventDelegatesCounted(Fact):
    """It is known how many foreign delegates came, and from where."""

    people: int


class EventHeld(Fact):
    """It has taken place, and is to be reported on."""

    report_due: date


class EventFeedbackPlanned(Fact):
    """It is known what those who come will be asked when it is over."""

    questions: int


class EventFeedbackOpened(Fact):
    """Whoever was there is asked how it was, until a day."""

    until: date
    tell: tuple[str, ...]


class EventFeedbackClosed(Fact):
    """Nobody answers any more; how many did, and nothing of what they said."""

    answers: int


class EventReportOverdue(Fact):
    """The due day is over without a report."""

    due: date
    tell: tuple[str, ...]


class EventReported(Fact):
    """Its report is there."""


class EventCancelled(Fact):
    """It does not take place; what it had booked is free, and whoever is registered is to be told."""

    reason: str
