"""What is kept beside the terms: where an agreement came from, its papers, and the exceptions that were allowed."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from korpu_chassis.codes import HttpUrl, LanguageTag, Text
from korpu_partners.agreements.terms import Value

Subject = Annotated[str, Field(min_length=1, max_length=255, description="Whom the identity provider names so.")]


class Origin(Value):
    """What an agreement came out of."""

    kind: Literal["visit", "letter", "agreement"]
    id: UUID


class Document(Value):
    """A paper that belongs to an agreement; its content stays in the archive."""

    title: Annotated[Text, Field(max_length=300)]
    reference: Annotated[Text, Field(max_length=300, description="Number in the archive or the register.")]
    url: HttpUrl | None = None
    language: LanguageTag | None = None


class Waivable(StrEnum):
    """A rule that the head may waive."""

    SAME_KIND = "same_kind"
    LONG = "long"


class Waiver(Value):
    """An exception that the head has allowed, and why."""

    rule: Waivable
    reason: Text
    by: str
    on: date
