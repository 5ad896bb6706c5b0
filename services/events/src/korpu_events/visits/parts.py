"""The pieces of a visit: what is kept in its row and, unless marked, carried by its messages."""

from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, AwareDatetime, Field
from pydantic_core import PydanticCustomError
from uuid_utils.compat import uuid7

from korpu_chassis.codes import Day, LanguageTag, Money, Text, wrong
from korpu_chassis.store import Part
from korpu_chassis.text import LocalizedText, Texts


def _in_reach(moment: datetime) -> datetime:
    if not 1900 <= moment.year <= 2200:  # noqa: PLR2004 -- the same reach as a day's
        raise wrong("date-out-of-range")
    return moment.astimezone(UTC)


def _short(texts: Texts) -> Texts:
    if any(len(words) > LONGEST_TITLE for words in texts.given().values()):
        raise PydanticCustomError("too-long", "The title is too long", {"limit": LONGEST_TITLE})
    return texts


LONGEST_TITLE = 200
Title = Annotated[Texts, AfterValidator(_short)]
Moment = Annotated[AwareDatetime, AfterValidator(_in_reach)]
Line = Annotated[Text, Field(max_length=300)]
Unit = Annotated[str, Field(min_length=1, max_length=60, pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
PlaceCode = Annotated[str, Field(min_length=1, max_length=40, pattern=r"^[A-Za-z0-9][A-Za-z0-9 ./-]*$")]


class Direction(StrEnum):
    """Whether a delegation is received or sent."""

    INCOMING = "incoming"
    OUTGOING = "outgoing"


class Rank(StrEnum):
    """The level of a person in protocol, highest first; who receives whom follows from it."""

    HEAD_OF_STATE = "head_of_state"
    MINISTER = "minister"
    AMBASSADOR = "ambassador"
    RECTOR = "rector"
    VICE_RECTOR = "vice_rector"
    DEAN = "dean"
    DIRECTOR = "director"
    PROFESSOR = "professor"
    SPECIALIST = "specialist"


class CheckKind(StrEnum):
    """What is looked at before a visit is approved."""

    SECURITY = "security"
    PROTOCOL = "protocol"
    BUDGET = "budget"
    PARTNER = "partner"


class ItemKind(StrEnum):
    """What a programme is made of."""

    MEETING = "meeting"
    TOUR = "tour"
    SIGNING = "signing"
    LECTURE = "lecture"
    MEAL = "meal"
    PRESS = "press"
    TRANSFER = "transfer"


class Mode(StrEnum):
    """How one travels."""

    AIR = "air"
    RAIL = "rail"
    ROAD = "road"
    SEA = "sea"


class OutcomeKind(StrEnum):
    """What a visit may bring."""

    AGREEMENT = "agreement"
    PROJECT = "project"
    EXCHANGE = "exchange"
    INVITATION = "invitation"
    COMMITMENT = "commitment"
    OTHER = "other"


class Payer(StrEnum):
    """Who pays."""

    US = "us"
    PARTNER = "partner"
    THIRD = "third"


class Department(StrEnum):
    """Whom a visit may ask for help."""

    DORMITORY = "dormitory"
    SECURITY = "security"
    TRANSPORT = "transport"
    CATERING = "catering"
    FINANCE = "finance"
    INTERPRETERS = "interpreters"
    PR = "pr"


class RequestStatus(StrEnum):
    """How a department stands to a request."""

    PENDING = "pending"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    DONE = "done"


class Check(Part):
    """One look at a visit before it is approved."""

    kind: CheckKind
    clear: bool
    note: str | None = None
    by: str
    on: date


class Member(Part):
    """A member of the delegation as messages know them; names and passports are kept apart."""

    id: UUID
    organisation_id: UUID | None = None
    head: bool = False


class Host(Part):
    """One of us who receives the delegation."""

    person_id: UUID
    rank: Rank


class Interpreter(Part):
    """An interpreter and the two languages between which they work."""

    person_id: UUID
    from_language: LanguageTag
    to_language: LanguageTag


class ProgrammeItem(Part):
    """One hour of a programme: what, when, where, with whom, and what it occupies."""

    id: UUID = Field(default_factory=uuid7)
    kind: ItemKind
    title: LocalizedText
    starts: datetime
    ends: datetime
    place: str | None = None
    host_id: UUID | None = None
    people: tuple[UUID, ...] = ()
    interpreters: tuple[UUID, ...] = ()
    room: str | None = None
    car: str | None = None
    agreement_id: UUID | None = None
    warning: str | None = None
    signed_on: date | None = None


class DepartmentRequest(Part):
    """What a department is asked for, by when, and how it stands."""

    id: UUID = Field(default_factory=uuid7)
    department: Department
    what: str
    due: date
    status: RequestStatus = RequestStatus.PENDING
    late: bool = False
    answered_on: date | None = None


class Arrival(Part):
    """How and when the delegation, or a part of it, comes or leaves."""

    leaving: bool = False
    mode: Mode
    number: Annotated[str, Field(min_length=1, max_length=40)] | None = None
    place: Line
    at: Moment
    people: Annotated[int, Field(ge=1, le=500)]
    payer: Payer = Payer.US


class Lodging(Part):
    """Where the delegation sleeps."""

    place: Line
    first_night: Day
    last_night: Day
    rooms: Annotated[int, Field(ge=1, le=500)]
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


class Signing(Part):
    """An agreement that was signed at the visit."""

    agreement_id: UUID
    on: date
