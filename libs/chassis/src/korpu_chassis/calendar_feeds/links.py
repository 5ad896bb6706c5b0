"""What is asked and told of calendar links."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from korpu_chassis.i18n.text import Language
from korpu_chassis.validation.codes import Day, Text


class OpenCalendar(BaseModel):
    """A new link; the language in which it speaks, what it is for, and until when it holds."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    label: Annotated[Text | None, Field(max_length=100, description="Where it is used, to know it again.")] = None
    language: Language | None = None
    expires_on: Annotated[Day | None, Field(description="The last day; a year from now at the latest.")] = None


class Feed(BaseModel):
    """A feed of the caller, without its secret."""

    model_config = ConfigDict(from_attributes=True)

    id: UUID
    label: str | None
    language: Language
    created_at: datetime
    expires_at: datetime
    proved_until: datetime


class OpenedFeed(Feed):
    """A new feed with its link at the gateway, which is told this once."""

    link: str


class Revoked(BaseModel):
    """How many links were revoked."""

    revoked: int


class Feeds(BaseModel):
    """The living feeds of the caller."""

    calendars: list[Feed]
