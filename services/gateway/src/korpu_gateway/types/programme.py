"""What visits consist of, as the portal sees them: hosts, programme, requests to departments, outcomes."""

from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from korpu_gateway.owners.personal import MEMBERS
from korpu_gateway.owners.remote_fields import told
from korpu_gateway.reads.declared import part
from korpu_gateway.reads.fields import at
from korpu_gateway.reads.relations import one
from korpu_gateway.types.values import LocalizedText, Money
from korpu_gateway.types.words.programme import (
    Department,
    OutcomeKind,
    Payer,
    ProgrammeItemKind,
    Rank,
    RequestStatus,
    TravelMode,
)

if TYPE_CHECKING:
    from korpu_gateway.types.agreement import Agreement
    from korpu_gateway.types.organisation import Organisation
    from korpu_gateway.types.person import Person
    from korpu_gateway.types.resource import Resource


@part
class Member:
    """A member of the delegation; who it is, the events' owner tells."""

    id: UUID = at()
    organisation: "Organisation | None" = one("organisation", "organisation_id")
    head: bool = at()
    name: str | None = told(MEMBERS, "name")
    native_name: str | None = told(MEMBERS, "native_name")
    position: str | None = told(MEMBERS, "position")
    email: str | None = told(MEMBERS, "email")
    phone: str | None = told(MEMBERS, "phone")
    passport_number: str | None = told(MEMBERS, "passport_number")
    passport_country: str | None = told(MEMBERS, "passport_country")
    passport_expires: date | None = told(MEMBERS, "passport_expires")
    born_on: date | None = told(MEMBERS, "born_on")
    needs: str | None = told(MEMBERS, "needs")


@part
class Host:
    """One of us who receives the delegation."""

    person: "Person | None" = one("person", "person_id")
    rank: Rank = at()


@part
class Interpreter:
    """An interpreter and the two languages between which they work."""

    person: "Person | None" = one("person", "person_id")
    from_language: str = at()
    to_language: str = at()


@part
class ProgrammeItem:
    """One hour of a programme."""

    id: UUID = at()
    kind: ProgrammeItemKind = at()
    title: LocalizedText = at()
    starts: datetime = at()
    ends: datetime = at()
    place: str | None = at()
    host: "Person | None" = one("person", "host_id")
    people: list[UUID] = at()
    interpreters: list[UUID] = at()
    room: str | None = at()
    listed_room: "Resource | None" = one("resource", "room_id")
    car: str | None = at()
    listed_car: "Resource | None" = one("resource", "car_id")
    agreement: "Agreement | None" = one("agreement", "agreement_id")
    warning: str | None = at()
    signed_on: date | None = at()


@part
class DepartmentRequest:
    """What a department is asked for, by when, and how it stands."""

    id: UUID = at()
    department: Department = at()
    what: str = at()
    due: date = at()
    status: RequestStatus = at()
    late: bool = at()
    answered_on: date | None = at()
    reason: str | None = at()
    people: int | None = at()
    revision: int | None = at()
    asked_at: datetime | None = at()


@part
class Arrival:
    """How and when the delegation, or a part of it, comes or leaves."""

    leaving: bool = at()
    mode: TravelMode = at()
    number: str | None = at()
    place: str = at()
    moment: datetime = at("at", name="at")
    people: int = at()
    payer: Payer = at()


@part
class Lodging:
    """Where the delegation sleeps."""

    place: str = at()
    first_night: date = at()
    last_night: date = at()
    rooms: int = at()
    payer: Payer = at()


@part
class BudgetLine:
    """One thing that costs money, and who pays for it."""

    purpose: str = at()
    planned: Money = at()
    actual: Money | None = at()
    payer: Payer = at()


@part
class Gift:
    """A gift given or received."""

    received: bool = at()
    what: str = at()
    value: Money | None = at()
    on: date = at()


@part
class Sequel:
    """What came of a visit within about a year; no kind means that nothing did."""

    on: date = at()
    kinds: list[OutcomeKind] = at()
    text: str = at()


@part
class Signing:
    """An agreement that was signed at the visit."""

    agreement: "Agreement | None" = one("agreement", "agreement_id")
    on: date = at()


@part
class Outcome:
    """Something that a visit has brought, or something that somebody has promised."""

    kind: OutcomeKind = at()
    text: str = at()
    agreement: "Agreement | None" = one("agreement", "agreement_id")
