"""Where calendar feeds are kept: whose they are, and by what they are found; never the secret itself."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field
from uuid_utils.compat import uuid7

from korpu_chassis.store import instant
from korpu_partners.tables import Table


class CalendarFeed(Table, table=True):
    """A feed of one person; who knows its secret reads it, until it is revoked or has expired."""

    __tablename__ = "calendar_feed"

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    subject: str = Field(index=True)
    person_id: UUID | None = None
    label: str | None = None
    language: str
    secret_hash: str = Field(unique=True)
    created_at: datetime = instant(nullable=False)
    expires_at: datetime = instant(nullable=False)
    counted_from: datetime = instant(nullable=False)
    looks: int = 0
