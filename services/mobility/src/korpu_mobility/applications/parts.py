"""The pieces of an application: what is kept in its row, and what of it messages carry."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.persistence.store import Part
from korpu_chassis.validation.codes import whole_number
from korpu_documents.attachments import Attachment
from korpu_mobility.applications.domain.lifecycle import ConflictKind, DocumentState, Outcome, Status


class Choice(Part):
    """A destination that somebody wants: a partner, or the seats of a condition."""

    destination_id: UUID
    organisation_id: UUID | None = None
    condition_id: UUID | None = None


class DocumentStanding(Part):
    """How a document stands that was asked for, and until when it is brought anew."""

    document_id: UUID
    state: DocumentState
    until: date | None = None


class HandedDocument(DocumentStanding):
    """A document that was asked for, with its file once it was brought."""

    file: Attachment | None = None


class Conflict(Part):
    """A member of the committee who does not score an application, and why."""

    member_id: UUID
    kind: ConflictKind


class Score(Part):
    """What one member gives for one criterion, of a hundred."""

    criterion_id: UUID
    points: Annotated[int, Field(strict=True, ge=0, le=100), whole_number]


class ScoreCorrection(Part):
    """What a member had given before they put it right, when, and why."""

    member_id: UUID
    at: datetime
    reason: str
    before: tuple[Score, ...]


class Step(Part):
    """What became of one choice: how many places there were, and which rank got the last of them."""

    destination_id: UUID
    outcome: Outcome
    places: int | None = None
    last_rank: int | None = None


class Withdrawal(Part):
    """Who withdrew, when, and how it stood before: it can be taken back for a while."""

    by: str
    at: datetime
    status: Status
    repair_until: date | None = None
