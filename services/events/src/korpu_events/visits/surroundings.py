"""What surrounds a visit: ways, beds, money, gifts and letters, as its row keeps them."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.persistence.store import Part
from korpu_chassis.validation.codes import Day, Money, Text, whole_number
from korpu_events.fields import Line, Moment
from korpu_events.visits.domain.vocabulary import Mode, OutcomeKind, Payer

Several = Annotated[int, Field(strict=True, ge=1, le=500), whole_number]


class Arrival(Part):
    """How and when the delegation, or a part of it, comes or leaves."""

    leaving: bool = False
    mode: Mode
    number: Annotated[Text, Field(max_length=40)] | None = None
    place: Line
    at: Moment
    people: Several
    payer: Payer = Payer.US


class Lodging(Part):
    """Where the delegation sleeps."""

    place: Line
    first_night: Day
    last_night: Day
    rooms: Several
    payer: Payer = Payer.US


class BudgetLine(Part):
    """One thing that costs money, and who pays for it."""

    purpose: Line
    planned: Money
    actual: Money | None = None
    payer: Payer = Payer.US


class Gift(Part):
    """A gift given or received; the register of gifts asks for both."""

    received: bool
    what: str
    value: Money | None = None
    on: date


class Invitation(Part):
    """An invitation letter that was issued, and for whom."""

    number: str
    on: date
    member_ids: tuple[UUID, ...]


class Outcome(Part):
    """Something that a visit has brought, or something that somebody has promised."""

    kind: OutcomeKind
    text: Line
    agreement_id: UUID | None = None


class Sequel(Part):
    """What came of a visit within about a year; no kind means that nothing did."""

    on: date
    kinds: tuple[OutcomeKind, ...]
    text: Line


class Signing(Part):
    """An agreement that was signed at the visit."""

    agreement_id: UUID
    on: date
