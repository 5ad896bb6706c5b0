"""Where registrations are kept; who the guests are stands here alone."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from sqlalchemy import Index, text
from sqlmodel import Field

from korpu_chassis.persistence.store import Aggregate, instant
from korpu_chassis.validation.codes import Personal
from korpu_events.tables import Table

ONE_EACH = "registration_one_each"


class Registration(Aggregate, Table, table=True):
    """Somebody who wants to come to an event."""

    __tablename__ = "registration"
    __table_args__ = (
        Index(ONE_EACH, "event_id", "registrant", unique=True, postgresql_where=text("status <> 'cancelled'")),
        Index("registration_line", "event_id", "line", postgresql_where=text("status = 'waiting'")),
    )

    event_id: UUID = Field(index=True)
    guest: bool = False
    person_id: UUID | None = None
    registrant: Annotated[str | None, Personal] = None
    """Whom one registration is for: an id of an account, or the address of a guest in small letters."""
    name: Annotated[str | None, Personal] = None
    email: Annotated[str | None, Personal] = None
    affiliation: Annotated[str | None, Personal] = None
    note: Annotated[str | None, Personal] = None
    language: str | None = None
    country: str | None = None
    line: int | None = None
    confirm_until: datetime | None = instant()
    asked_at: datetime | None = instant()
    registered_at: datetime | None = instant()
    ticket: Annotated[str | None, Personal] = None
    """What whoever has a place shows at the door; nobody else knows it."""
    attended_at: datetime | None = instant()
    cancelled_by: str | None = None
    forgotten: bool = False
