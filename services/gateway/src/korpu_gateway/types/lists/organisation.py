"""How lists of organisations are filtered and ordered."""

from enum import Enum

import strawberry

from korpu_gateway.reads.declared import words
from korpu_gateway.reads.filters import Direction, exactly, matching, within
from korpu_gateway.types.words.organisation import OrganisationStatus, Scope


@words
class OrganisationOrderKey(Enum):
    """What organisations are ordered by."""

    NAME = "sort"
    CODE = "code"
    COUNTRY = "country"
    CHANGED = "changed"


@strawberry.input
class OrganisationFilter:
    """Which organisations."""

    search: str | None = matching()
    status: list[OrganisationStatus] | None = within("status")
    country: list[str] | None = within("country")
    scope: list[Scope] | None = within("scope")
    code: list[str] | None = within("code")
    ror: str | None = exactly("ror", "text")


@strawberry.input
class OrganisationOrder:
    """In which order organisations come."""

    by: OrganisationOrderKey
    direction: Direction = Direction.ASC
