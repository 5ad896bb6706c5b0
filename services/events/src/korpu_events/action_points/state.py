"""What is said about action points: their public state and the facts."""

from datetime import date
from uuid import UUID

from korpu_chassis.commands.state import State
from korpu_chassis.i18n.text import LocalizedText
from korpu_documents.attachments import Attachment
from korpu_events.action_points.domain.lifecycle import ActionPointStatus, Priority


class ActionPointState(State):
    """The public state of a commitment."""

    status: ActionPointStatus
    title: LocalizedText
    owner_id: UUID | None
    due: date
    priority: Priority
    verifier_id: UUID | None
    origin_kind: str | None
    origin_id: UUID | None
    done_on: date | None
    evidence: str | None
    verified_on: date | None
    files: tuple[Attachment, ...]
