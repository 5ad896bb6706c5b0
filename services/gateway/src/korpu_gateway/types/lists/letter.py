"""How the register of letters is filtered and ordered."""

from datetime import date
from enum import Enum

import strawberry

from korpu_gateway.reads.declared import words
from korpu_gateway.reads.filters import (
    Direction,
    among_any,
    among_ids,
    among_subjects,
    exactly,
    matching,
    since,
    until,
    within,
)
from korpu_gateway.types.words.action_point import Priority
from korpu_gateway.types.words.letter import LetterDirection, LetterNature, LetterStatus


@words
class LetterOrderKey(Enum):
    """What letters are ordered by."""

    NUMBER = "sort"
    REGISTERED = "registered_on"
    DUE = "due"
    CHANGED = "changed"


@strawberry.input
class LetterFilter:
    """Which letters."""

    search: str | None = matching()
    status: list[LetterStatus] | None = within("status")
    direction: list[LetterDirection] | None = within("direction")
    year: int | None = exactly("year", "integer")
    nature: list[LetterNature] | None = within("nature")
    priority: list[Priority] | None = within("priority")
    overdue: bool | None = exactly("overdue")
    assignee: list[str] | None = among_subjects("assignee")
    unit: list[str] | None = within("unit")
    code: list[str] | None = within("code")
    organisation: strawberry.ID | None = among_ids("organisation_ids", "organisation", merged=True)
    about: strawberry.ID | None = among_any("linked_ids")
    registered_since: date | None = since("registered_on")
    registered_until: date | None = until("registered_on")
    due_since: date | None = since("due")
    due_until: date | None = until("due")


@strawberry.input
class LetterOrder:
    """In which order letters come."""

    by: LetterOrderKey
    direction: Direction = Direction.ASC
