"""How papers are kept: what was made of what; the file itself lies with the files."""

from datetime import date
from typing import Annotated, Any

from sqlalchemy import Text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlmodel import Field

from korpu_chassis.i18n.text import LocalizedText
from korpu_chassis.persistence.store import Aggregate, heard_order, part
from korpu_chassis.validation.codes import Personal
from korpu_documents.attachments import Attachment


class PaperRecord(Aggregate):
    """The columns of every owner's papers; the owner adds the ids of what they are of."""

    template: str
    template_version: int
    languages: list[str] = Field(sa_type=ARRAY(Text))
    draft: bool
    about: LocalizedText = part(LocalizedText, nullable=False)
    number: str
    subject_version: int = heard_order()
    named: list[dict[str, Any]] = Field(default=[], sa_type=JSONB)
    made_on: date
    file: Attachment = part(Attachment, nullable=False)
    code_digest: str = Field(unique=True)
    verification_code: Annotated[str, Personal]
    revoked_on: date | None = None
    reason: str | None = None
