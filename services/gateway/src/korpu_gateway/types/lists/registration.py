"""How lists of registrations are filtered and ordered."""

from enum import Enum

import strawberry

from korpu_gateway.reads.declared import words
from korpu_gateway.reads.filters import Direction, about, exactly, matching, within
from korpu_gateway.types.words.registration import RegistrationStatus


@words
class RegistrationOrderKey(Enum):
    """What registrations are ordered by."""

    CODE = "code"
    LINE = "line"
    REGISTERED = "registered_at"
    CHANGED = "changed"


@strawberry.input
class RegistrationFilter:
    """Which registrations."""

    search: str | None = matching()
    status: list[RegistrationStatus] | None = within("status")
    event: strawberry.ID | None = about("event_id", "event")
    person: strawberry.ID | None = about("person_id", "person")
    guest: bool | None = exactly("guest")
    country: list[str] | None = within("country")
    unit: list[str] | None = within("unit")
    code: list[str] | None = within("code")


@strawberry.input
class RegistrationOrder:
    """In which order registrations come."""

    by: RegistrationOrderKey
    direction: Direction = Direction.ASC
