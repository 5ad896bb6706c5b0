"""What is said about action points: their public state and the facts."""

from datetime import date
from uuid import UUID

from korpu_chassis.commands.state import Fact, State
from korpu_chassis.i18n.text import LocalizedText
from korpu_events.action_points.lifecycle import ActionPointStatus, Priority


class ActionPointState(State):
    """The public state of a commitment."""

    status: ActionPointStatus
    title: LocalizedText
    owner_id: UUID | None
    due: date
    priority: Priority
    verifier_id: UUID | None
    origin_kind: str | None
    origin_id: UUID | None
    done_on: date | None
    verified_on: date | None


class ActionPointOpened(Fact):
    """Somebody has committed to something by a day."""


class ActionPointChanged(Fact):
    """The commitment was given to others, or for another day."""

    reason: str


class ActionPointDone(Fact):
    """The owner says that it is done."""

    on: date


class ActionPointVerified(Fact):
    """Somebody else has seen that it is done."""

    on: date


class ActionPointReturned(Fact):
    """It is not done yet, after all."""

    reason: str


class ActionPointOverdue(Fact):
    """The due day has passed and it is not done; these are told."""

    tell: tuple[str, ...]
