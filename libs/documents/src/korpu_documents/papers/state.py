"""A paper as everybody may know it; the code stands on paper alone, and here its digest."""

from datetime import date
from uuid import UUID

from pydantic import ConfigDict

from korpu_chassis.commands.state import State
from korpu_chassis.i18n.text import Language, LocalizedText
from korpu_chassis.persistence.store import Part
from korpu_documents.attachments import Attachment
from korpu_documents.papers.codes import PaperStatus


class PaperParty(Part):
    """An organisation that a paper names; ours has no id."""

    model_config = ConfigDict(from_attributes=True, extra="ignore")

    organisation_id: UUID | None
    names: LocalizedText


class PaperStated(State):
    """What is said of every owner's papers; no person is named in it."""

    status: PaperStatus
    template_version: int
    languages: tuple[Language, ...]
    draft: bool
    title: LocalizedText
    number: str
    parties: tuple[PaperParty, ...]
    made_on: date
    file: Attachment
    code_digest: str
    revoked_on: date | None
    reason: str | None
