"""How lists of mobility's papers are filtered and ordered."""

from datetime import date
from enum import Enum

import strawberry

from korpu_gateway.reads.declared import words
from korpu_gateway.reads.filters import Direction, about, among_ids, matching, since, until, within
from korpu_gateway.types.words.mobility_paper import MobilityPaperTemplate
from korpu_gateway.types.words.paper import PaperStatus


@words
class MobilityPaperOrderKey(Enum):
    """What mobility's papers are ordered by."""

    CODE = "sort"
    MADE = "made_on"
    CHANGED = "changed"


@strawberry.input
class MobilityPaperFilter:
    """Which papers of stays, trips and admissions."""

    search: str | None = matching()
    status: list[PaperStatus] | None = within("status")
    template: list[MobilityPaperTemplate] | None = within("template")
    academic_year: list[str] | None = within("academic_year")
    mobility: strawberry.ID | None = about("mobility_id", "mobility")
    learning_agreement: strawberry.ID | None = about("learning_agreement_id", "learning_agreement")
    trip: strawberry.ID | None = about("trip_id", "trip")
    admission: strawberry.ID | None = about("admission_id", "admission")
    selection: strawberry.ID | None = about("selection_id", "selection")
    person: strawberry.ID | None = about("person_id", "person")
    organisation: strawberry.ID | None = among_ids("organisation_ids", "organisation", merged=True)
    made_since: date | None = since("made_on")
    made_until: date | None = until("made_on")


@strawberry.input
class MobilityPaperOrder:
    """In which order mobility's papers come."""

    by: MobilityPaperOrderKey
    direction: Direction = Direction.ASC
