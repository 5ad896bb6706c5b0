"""How lists of papers of events are filtered and ordered."""

from datetime import date
from enum import Enum

import strawberry

from korpu_gateway.reads.declared import words
from korpu_gateway.reads.filters import Direction, about, among_ids, matching, since, until, within
from korpu_gateway.types.words.event_paper import EventPaperTemplate
from korpu_gateway.types.words.paper import PaperStatus


@words
class EventPaperOrderKey(Enum):
    """What papers of events are ordered by."""

    CODE = "sort"
    MADE = "made_on"
    CHANGED = "changed"


@strawberry.input
class EventPaperFilter:
    """Which papers of visits and events."""

    search: str | None = matching()
    status: list[PaperStatus] | None = within("status")
    template: list[EventPaperTemplate] | None = within("template")
    visit: strawberry.ID | None = about("visit_id", "visit")
    event: strawberry.ID | None = about("event_id", "event")
    registration: strawberry.ID | None = about("registration_id", "registration")
    report: strawberry.ID | None = about("report_id", "report")
    organisation: strawberry.ID | None = among_ids("organisation_ids", "organisation", merged=True)
    made_since: date | None = since("made_on")
    made_until: date | None = until("made_on")


@strawberry.input
class EventPaperOrder:
    """In which order papers of events come."""

    by: EventPaperOrderKey
    direction: Direction = Direction.ASC
