"""How lists of papers are filtered and ordered."""

from datetime import date
from enum import Enum

import strawberry

from korpu_gateway.reads.declared import words
from korpu_gateway.reads.filters import Direction, about, among_ids, matching, since, until, within
from korpu_gateway.types.words.paper import PaperStatus, PaperTemplate


@words
class PaperOrderKey(Enum):
    """What papers are ordered by."""

    NUMBER = "sort"
    MADE = "made_on"
    CHANGED = "changed"


@strawberry.input
class PaperFilter:
    """Which papers."""

    search: str | None = matching()
    status: list[PaperStatus] | None = within("status")
    template: list[PaperTemplate] | None = within("template")
    agreement: strawberry.ID | None = about("agreement_id", "agreement")
    letter: strawberry.ID | None = about("letter_id", "letter")
    organisation: strawberry.ID | None = among_ids("organisation_ids", "organisation", merged=True)
    made_since: date | None = since("made_on")
    made_until: date | None = until("made_on")


@strawberry.input
class PaperOrder:
    """In which order papers come."""

    by: PaperOrderKey
    direction: Direction = Direction.ASC
