"""Where papers are kept: what was made of what, and the file itself."""

from datetime import date
from typing import Annotated, Any
from uuid import UUID

from sqlalchemy import LargeBinary, Text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlmodel import Field

from korpu_chassis.codes import Personal
from korpu_chassis.store import Aggregate, part
from korpu_chassis.text import LocalizedText
from korpu_partners.tables import Table


class Paper(Aggregate, Table, table=True):
    """A document that the office has made; its file never changes."""

    __tablename__ = "paper"

    template: str
    template_version: int
    languages: list[str] = Field(sa_type=ARRAY(Text))
    draft: bool
    title: LocalizedText = part(LocalizedText, nullable=False)
    number: str
    agreement_id: UUID | None = Field(default=None, index=True)
    letter_id: UUID | None = Field(default=None, index=True)
    parties: list[dict[str, Any]] = Field(default=[], sa_type=JSONB)
    terms_version: int | None = None
    terms_hash: str | None = None
    made_on: date
    sha256: str
    size: int
    code_digest: str = Field(unique=True)
    verification_code: Annotated[str, Personal]
    revoked_on: date | None = None
    reason: str | None = None


class PaperFile(Table, table=True):
    """The bytes of a paper, by their hash."""

    __tablename__ = "paper_file"

    sha256: str = Field(primary_key=True)
    content: bytes = Field(sa_type=LargeBinary, nullable=False)
