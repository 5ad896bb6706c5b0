"""Where action points are kept."""

from datetime import date
from uuid import UUID

from sqlmodel import Field

from korpu_chassis.i18n.text import LocalizedText
from korpu_chassis.persistence.store import Aggregate, part, parts
from korpu_documents.attachments import Attachment
from korpu_events.tables import Table


class ActionPoint(Aggregate, Table, table=True):
    """A commitment with an owner, a due date and somebody who verifies it."""

    __tablename__ = "action_point"

    title: LocalizedText = part(LocalizedText, nullable=False)
    owner_id: UUID | None = None
    due: date
    priority: str
    verifier_id: UUID | None = None
    origin_kind: str | None = None
    origin_id: UUID | None = Field(default=None, index=True)
    done_on: date | None = None
    done_by: str | None = None
    evidence: str | None = None
    verified_on: date | None = None
    files: tuple[Attachment, ...] = parts(Attachment)
