"""What is kept beside the terms: evidence and papers, where an agreement came from, and the exceptions allowed."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from korpu_chassis.validation.codes import HttpUrl, LanguageTag, Text
from korpu_documents.attachments import Attachment
from korpu_partners.agreements.terms import Value


class Evidence(Value):
    """Where it is written: a letter's number, a minute, a scan; no names of persons."""

    reference: Text
    url: HttpUrl | None = None
    attachment_id: Annotated[UUID | None, Field(description="A file of the agreement.")] = None
    paper_id: Annotated[UUID | None, Field(description="A paper that was made of the agreement.")] = None


Precision = Literal["day", "month", "year"]


class Origin(Value):
    """What an agreement came out of."""

    kind: Literal["visit", "letter", "agreement"]
    id: UUID


class Document(Value):
    """A paper that belongs to an agreement."""

    title: Annotated[Text, Field(max_length=300)]
    reference: Annotated[Text, Field(max_length=300, description="Number in the archive or the register.")]
    url: HttpUrl | None = None
    language: LanguageTag | None = None


class History(Value):
    """How an agreement of the past was entered: its number then, and how exactly its days were known."""

    number: Annotated[Text | None, Field(max_length=200, description="Its number in the old register.")] = None
    signed_precision: Precision = "day"
    ends_precision: Precision = "day"
    annulled_on: date | None = None


class KeptDocument(Document):
    """A paper that belongs to an agreement, with its file if one was brought."""

    attachment: Attachment | None = None

    @classmethod
    def all(cls, documents: Iterable[Document]) -> "tuple[KeptDocument, ...]":
        """The papers as they came, without files."""
        return tuple(cls(**each.model_dump()) for each in documents)


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
