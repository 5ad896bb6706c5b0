"""Where calendar feeds are kept: whose they are, and by what they are found; never the secret itself."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import Text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlmodel import Field, SQLModel
from uuid_utils.compat import uuid7

from korpu_chassis.identity.access_tokens import Principal
from korpu_chassis.persistence.store import instant

PROOF = timedelta(days=30)
"""For so long a feed shows what its owner could read; then they sign in and look at their links again."""


class CalendarFeedRecord(SQLModel):
    """A feed of one person; who knows its secret reads it, until it is revoked or has expired.

    Each owner keeps its own in a table `calendar_feed`.
    """

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    subject: str = Field(index=True)
    person_id: UUID | None = None
    roles: list[str] = Field(default=[], sa_type=ARRAY(Text))
    units: list[str] = Field(default=[], sa_type=ARRAY(Text))
    proved_at: datetime = instant(nullable=False)
    label: str | None = None
    language: str
    secret_hash: str = Field(unique=True)
    created_at: datetime = instant(nullable=False)
    expires_at: datetime = instant(nullable=False)
    counted_from: datetime = instant(nullable=False)
    looks: int = 0

    @property
    def owner(self) -> Principal:
        """Whose days it shows, with what they were when they last signed in and looked."""
        return Principal(self.subject, frozenset(self.roles), frozenset(self.units), self.person_id)

    @property
    def proved_until(self) -> datetime:
        """When it falls silent, unless its owner looks at it before."""
        return self.proved_at + PROOF
