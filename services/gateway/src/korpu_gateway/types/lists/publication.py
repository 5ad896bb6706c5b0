"""How lists of publications are filtered and ordered."""

from datetime import date
from enum import Enum

import strawberry

from korpu_gateway.reads.declared import words
from korpu_gateway.reads.filters import Direction, about, among_ids, exactly, holding, matching, since, until, within
from korpu_gateway.types.values import Language
from korpu_gateway.types.words.publication import PublicationKind, PublicationStatus


@words
class PublicationOrderKey(Enum):
    """What publications are ordered by."""

    TITLE = "sort"
    CODE = "code"
    PUBLISHED = "published_on"
    CHANGED = "changed"


@strawberry.input
class PublicationFilter:
    """Which publications."""

    search: str | None = matching()
    status: list[PublicationStatus] | None = within("status")
    kind: list[PublicationKind] | None = within("kind")
    language: list[Language] | None = holding("languages")
    year: int | None = exactly("year", "integer")
    published_since: date | None = since("published_on")
    published_until: date | None = until("published_on")
    outdated: bool | None = exactly("outdated")
    overdue: bool | None = exactly("overdue")
    unit: list[str] | None = within("unit")
    code: list[str] | None = within("code")
    organisation: strawberry.ID | None = among_ids("organisation_ids", "organisation", merged=True)
    agreement: strawberry.ID | None = about("agreement_id", "agreement")
    project: strawberry.ID | None = about("project_id", "joint_project")


@strawberry.input
class PublicationOrder:
    """In which order publications come."""

    by: PublicationOrderKey
    direction: Direction = Direction.ASC
