"""The pieces of a visit: what is kept in its row and, unless marked, carried by its messages."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field
from uuid_utils.compat import uuid7

from korpu_chassis.i18n.text import LocalizedText
from korpu_chassis.persistence.store import Part
from korpu_chassis.validation.codes import LanguageTag
from korpu_events.visits.domain.vocabulary import CheckKind, Department, ItemKind, Rank, RequestStatus


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
    room_id: UUID | None = None
    car: str | None = None
    car_id: UUID | None = None
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
    reason: Annotated[str | None, Field(description="What was said with the last answer or withdrawal.")] = None
    people: Annotated[int | None, Field(description="For how many people; none while nobody is named.")] = None
    revision: Annotated[int, Field(description="Raised when it is asked again; an answer may name it.")] = 1
    asked_at: Annotated[datetime | None, Field(description="When it was last asked.")] = None
