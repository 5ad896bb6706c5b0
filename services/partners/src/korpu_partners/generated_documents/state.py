"""A paper as everybody may know it; the code stands on paper alone, and here its digest."""

from datetime import date
from typing import Literal
from uuid import UUID

from korpu_chassis.commands.state import State
from korpu_chassis.i18n.text import Language, LocalizedText
from korpu_documents.attachments import Attachment
from korpu_documents.papers.codes import PaperStatus
from korpu_documents.papers.state import PaperParty


class PaperState(State):
    """A paper as everybody may know it; a confidential letter's paper does not say what it is about."""

    status: PaperStatus
    template: Literal["letter", "agreement", "memorandum", "amendment", "termination"]
    template_version: int
    languages: tuple[Language, ...]
    draft: bool
    title: LocalizedText
    number: str
    agreement_id: UUID | None
    letter_id: UUID | None
    confidential: bool
    parties: tuple[PaperParty, ...]
    terms_version: int | None
    terms_hash: str | None
    amendment: int | None
    effective: date | None
    copies: int | None
    made_on: date
    file: Attachment
    code_digest: str
    revoked_on: date | None
    reason: str | None
