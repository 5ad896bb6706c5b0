"""How lists of organisations are filtered and ordered."""

from datetime import date
from enum import Enum

import strawberry

from korpu_chassis.validation import identifiers
from korpu_gateway.reads.declared import words
from korpu_gateway.reads.filters import Direction, about, any_of, before, exactly, identified, matching, within
from korpu_gateway.types.words.organisation import OrganisationKind, OrganisationStatus, RiskRating, Scope


@words
class OrganisationOrderKey(Enum):
    """What organisations are ordered by."""

    NAME = "sort"
    CODE = "code"
    COUNTRY = "country"
    CHANGED = "changed"
    CONFIRMED = "confirmed_on"
    ACTIVE = "active_on"


@strawberry.input
class OrganisationFilter:
    """Which organisations."""

    search: str | None = matching()
    status: list[OrganisationStatus] | None = within("status")
    country: list[str] | None = within("country")
    scope: list[Scope] | None = within("scope")
    code: list[str] | None = within("code")
    ror: str | None = identified("ror", identifiers.ror)
    pic: str | None = identified("pic", identifiers.pic)
    erasmus_code: str | None = identified("erasmus_code", identifiers.erasmus_code)
    voen: str | None = identified("voen", identifiers.voen)
    kind: list[OrganisationKind] | None = any_of("kinds")
    unit: list[str] | None = within("unit")
    tags: list[str] | None = any_of("tags")
    parent: strawberry.ID | None = about("parent_id", "organisation", merged=True)
    dormant: bool | None = exactly("dormant")
    risk: list[RiskRating] | None = within("risk")
    risk_expired: bool | None = exactly("risk_expired")
    not_confirmed_since: date | None = before("confirmed_on")


@strawberry.input
class OrganisationOrder:
    """In which order organisations come."""

    by: OrganisationOrderKey
    direction: Direction = Direction.ASC
