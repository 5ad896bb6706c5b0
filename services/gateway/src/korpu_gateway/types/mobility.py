"""Mobilities as the portal sees them: who goes where, on which seat; the person is an id here."""

from datetime import date
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, Any
from uuid import UUID

import strawberry

from korpu_gateway.readmodel.columns import number, ordered, reference, word
from korpu_gateway.reads.declared import aggregate, words
from korpu_gateway.reads.fields import at
from korpu_gateway.reads.filters import Direction, about, matching, since, until, within
from korpu_gateway.reads.kinds import Words
from korpu_gateway.reads.permissions import COORDINATOR, OFFICE, SIGNED_IN, everything, of_unit, own
from korpu_gateway.reads.relations import one
from korpu_gateway.types.nodes import Node

if TYPE_CHECKING:
    from korpu_gateway.types.agreement import Agreement
    from korpu_gateway.types.organisation import Organisation
    from korpu_gateway.types.person import Person


@words
class MobilityStatus(Enum):
    """Where a stay stands."""

    WAITLISTED = "waitlisted"
    OFFERED = "offered"
    NOMINATED = "nominated"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    AGREED = "agreed"
    ARRIVED = "arrived"
    RETURNED = "returned"
    RETURNED_EARLY = "returned_early"
    RECOGNISED = "recognised"
    CLOSED = "closed"
    CANCELLED = "cancelled"
    NOT_SHOWN = "not_shown"
    DECLINED = "declined"
    LAPSED = "lapsed"


@words
class MobilityDirection(Enum):
    """Whether somebody of ours goes out or somebody comes to us."""

    OUTGOING = "outgoing"
    INCOMING = "incoming"


@words
class Audience(Enum):
    """Whose stay it is."""

    STUDENT = "student"
    STAFF = "staff"


@words
class Funding(Enum):
    """Who pays for a stay."""

    PROGRAMME = "programme"
    STATE = "state"
    SENDER = "sender"
    HOST = "host"
    OWN = "own"
    NONE = "none"


@words
class MobilityRisk(Enum):
    """What threatens a stay that has not begun."""

    AGREEMENT_TERMINATED = "agreement_terminated"
    AGREEMENT_SUSPENDED = "agreement_suspended"
    SEAT_WITHDRAWN = "seat_withdrawn"


@words
class MobilityCause(Enum):
    """Why a stay did not come about."""

    OWN_WISH = "own_wish"
    HOST = "host"
    SENDER = "sender"
    AGREEMENT = "agreement"
    FORCE_MAJEURE = "force_majeure"
    ERASED = "erased"
    OTHER = "other"


@words
class MobilityOrderKey(Enum):
    """What mobilities are ordered by."""

    CODE = "code"
    ACADEMIC_YEAR = "academic_year"
    PLANNED_FROM = "planned_from"
    CHANGED = "changed"


@strawberry.input
class MobilityFilter:
    """Which mobilities."""

    search: str | None = matching()
    status: list[MobilityStatus] | None = within("status")
    direction: list[MobilityDirection] | None = within("direction")
    audience: list[Audience] | None = within("audience")
    academic_year: list[str] | None = within("academic_year")
    unit: list[str] | None = within("unit")
    risk: list[MobilityRisk] | None = within("risk")
    code: list[str] | None = within("code")
    agreement: strawberry.ID | None = about("agreement_id", "agreement")
    person: strawberry.ID | None = about("person_id", "person")
    planned_since: date | None = since("planned_from")
    planned_until: date | None = until("planned_from")


@strawberry.input
class MobilityOrder:
    """In which order mobilities come."""

    by: MobilityOrderKey
    direction: Direction = Direction.ASC


def _prepared(state: dict[str, Any]) -> Words:
    return {"sort": state["code"], "search": (state["code"], state["academic_year"])}


@aggregate(
    topic="mobility.mobilities.v1",
    readers={
        OFFICE | {"finance", "rectorate", "auditor"}: everything,
        COORDINATOR: of_unit(),
        SIGNED_IN: own(),
    },
    columns=(
        word("direction"),
        word("audience"),
        ordered("academic_year"),
        word("risk"),
        ordered("planned_from"),
        number("waiting"),
        reference("person_id"),
        reference("sender_id"),
        reference("receiver_id"),
        reference("agreement_id"),
        reference("condition_id"),
    ),
    prepared=_prepared,
    filter=MobilityFilter,
    order=MobilityOrder,
    came_of=("agreement_id",),
)
class Mobility(Node):
    """One stay of one person."""

    status: MobilityStatus = at()
    person: "Person | None" = one("person", "person_id")
    direction: MobilityDirection = at()
    audience: Audience = at()
    kind: str = at()
    sender: "Organisation | None" = one("organisation", "sender_id")
    sender_unit: str | None = at()
    receiver: "Organisation | None" = one("organisation", "receiver_id")
    receiver_unit: str | None = at()
    agreement: "Agreement | None" = one("agreement", "agreement_id")
    condition_id: UUID = at()
    academic_year: str = at()
    term: str | None = at()
    planned_from: date = at()
    planned_to: date = at()
    actual_from: date | None = at()
    actual_to: date | None = at()
    level: int = at()
    field: str = at()
    funding: Funding = at()
    waiting: int | None = at()
    offer_until: date | None = at()
    risk: MobilityRisk | None = at()
    cause: MobilityCause | None = at()
    force_majeure: bool | None = at()
    ects: Decimal | None = at()
