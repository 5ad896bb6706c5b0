"""How tasks are filtered and ordered."""

from datetime import date
from enum import Enum
from typing import Any

import strawberry

from korpu_chassis import clock
from korpu_gateway.reads.arguments import Derived
from korpu_gateway.reads.declared import words
from korpu_gateway.reads.filters import Direction, kept_by, since, until, within


@words
class TaskOrderKey(Enum):
    """What tasks are ordered by; what is never due comes after all that is."""

    DUE = "due_key"
    SINCE = "since_key"


def _late() -> Any:
    return kept_by(
        "due",
        lambda row, value, bind: (
            f"coalesce({row}.due < {bind(Derived(value, lambda _: clock.today().isoformat()), 'text')}, FALSE)"
            f" = {bind(value, 'boolean')}"
        ),
        "Whether the last day in time is over.",
    )


@strawberry.input
class TaskFilter:
    """Which tasks."""

    kind: list[str] | None = within("kind", "Of things of these kinds, as in `agreement`.")
    what: list[str] | None = kept_by(
        "what",
        lambda row, value, bind: f"{row}.what && {bind(value, 'text[]')}",
        "That one of these mutations would answer.",
    )
    due_from: date | None = since("due")
    due_until: date | None = until("due")
    overdue: bool | None = _late()


@strawberry.input
class TaskOrder:
    """In which order tasks come."""

    by: TaskOrderKey
    direction: Direction = Direction.ASC
