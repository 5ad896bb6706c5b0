"""Where papers are kept: what was made of what; the file itself lies with the files."""

from datetime import date
from typing import Annotated, Any
from uuid import UUID

from sqlalchemy import Text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlmodel import Field

from korpu_chassis.i18n.text import LocalizedText
from korpu_chassis.persistence.store import Aggregate, heard_order, part
from korpu_chassis.validation.codes import Personal
from korpu_documents.attachments import Attachment
from korpu_partners.generated_documents.domain.editions import title_of
from korpu_partners.tables import Table


class Paper(Aggregate, Table, table=True):
    """A document that the office has made; its file never changes."""

    __tablename__ = "paper"

    template: str
    template_version: int
    languages: list[str] = Field(sa_type=ARRAY(Text))
    draft: bool
    about: LocalizedText = part(LocalizedText, nullable=False)
    number: str
    agreement_id: UUID | None = Field(default=None, index=True)
    letter_id: UUID | None = Field(default=None, index=True)
    subject_version: int = heard_order()
    confidential: bool = False
    named: list[dict[str, Any]] = Field(default=[], sa_type=JSONB)
    terms_version: int | None = None
    terms_hash: str | None = None
    amendment: int | None = None
    effective: date | None = None
    made_on: date
    file: Attachment = part(Attachment, nullable=False)
    code_digest: str = Field(unique=True)
    verification_code: Annotated[str, Personal]
    revoked_on: date | None = None
    reason: str | None = None

    @property
    def title(self) -> LocalizedText:
        """What it is about, for everybody who hears of it; of a confidential letter, only what kind of paper it is."""
        return title_of(self.template, self.template_version) if self.confidential else self.about

    @property
    def parties(self) -> list[dict[str, Any]]:
        """Whom it names, for everybody who hears of it; of a confidential letter, nobody."""
        return [] if self.confidential else self.named
