"""The life of an action point: open, done, verified; overdue by the clock."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from korpu_events.action_points.refusals import DueInThePast, VerifierIsOwner


class ActionPointStatus(StrEnum):
    """Where a commitment stands."""

    OPEN = "open"
    OVERDUE = "overdue"
    DONE = "done"
    VERIFIED = "verified"


UNDONE = (ActionPointStatus.OPEN, ActionPointStatus.OVERDUE)


class Priority(StrEnum):
    """How much hangs on a commitment."""

    HIGH = "high"
    NORMAL = "normal"
    LOW = "low"


def require_still_to_come(due: date, today: date, path: str = "due") -> None:
    """A due date is today or later."""
    if due < today:
        raise DueInThePast(path)


def require_two_people(owner_id: UUID | None, verifier_id: UUID | None, path: str = "verifier_id") -> None:
    """Whoever verifies a commitment is not its owner."""
    if owner_id is not None and owner_id == verifier_id:
        raise VerifierIsOwner(path)


def status_on(done: date | None, verified: date | None, due: date, today: date) -> ActionPointStatus:
    """The status that the facts and the calendar give; the due day itself is still in time."""
    if verified:
        return ActionPointStatus.VERIFIED
    if done:
        return ActionPointStatus.DONE
    return ActionPointStatus.OVERDUE if today > due else ActionPointStatus.OPEN
