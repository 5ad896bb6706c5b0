"""Where papers are kept: what was made of what; the file itself lies with the files."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlmodel import Field

from korpu_chassis.i18n.text import LocalizedText
from korpu_documents.papers.tables import PaperRecord
from korpu_partners.generated_documents.domain.templates import templates
from korpu_partners.tables import Table


class Paper(PaperRecord, Table, table=True):
    """A document that the office has made; its file never changes."""

    __tablename__ = "paper"

    agreement_id: UUID | None = Field(default=None, index=True)
    letter_id: UUID | None = Field(default=None, index=True)
    confidential: bool = False
    terms_version: int | None = None
    terms_hash: str | None = None
    amendment: int | None = None
    effective: date | None = None
    copies: int | None = None

    @property
    def title(self) -> LocalizedText:
        """What it is about, for everybody who hears of it; of a confidential letter, only what kind of paper it is."""
        return templates.title_of(self.template, self.template_version) if self.confidential else self.about

    @property
    def parties(self) -> list[dict[str, Any]]:
        """Whom it names, for everybody who hears of it; of a confidential letter, nobody."""
        return [] if self.confidential else self.named
