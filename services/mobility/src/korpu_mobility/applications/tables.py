"""Applications as they are kept."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated
from uuid import UUID

from sqlalchemy import Index, PrimaryKeyConstraint, text
from sqlmodel import Field

from korpu_chassis.persistence.store import Aggregate, instant, part, parts
from korpu_chassis.validation.codes import Personal
from korpu_documents.attachments import Attachment
from korpu_mobility.applications.domain.lifecycle import Cause, DocumentState, Status
from korpu_mobility.applications.parts import (
    Choice,
    Conflict,
    DocumentStanding,
    HandedDocument,
    Score,
    ScoreCorrection,
    Step,
    Withdrawal,
)
from korpu_mobility.opportunities.interface import GivenCandidate
from korpu_mobility.tables import Table

ONE_EACH = Index(
    "application_one_per_opportunity",
    "person_id",
    "opportunity_id",
    unique=True,
    postgresql_where=text("status <> 'withdrawn'"),
)


class Application(Aggregate, Table, table=True):
    """What one person asks of one opportunity."""

    __tablename__ = "application"
    __table_args__ = (ONE_EACH,)

    person_id: UUID
    opportunity_id: UUID = Field(index=True)
    requirements: int
    choices: tuple[Choice, ...] = parts(Choice)
    handed: Annotated[tuple[HandedDocument, ...], Personal] = parts(HandedDocument)
    motivation: Annotated[str | None, Personal] = None
    stated: Annotated[GivenCandidate | None, Personal] = part(GivenCandidate | None)
    submitted_at: datetime | None = instant()
    repair_until: date | None = None
    scorer_ids: tuple[UUID, ...] = parts(UUID)
    scored_ids: tuple[UUID, ...] = parts(UUID)
    score_by: date | None = None
    conflicts: Annotated[tuple[Conflict, ...], Personal] = parts(Conflict)
    mean: Annotated[Decimal | None, Personal] = None
    rank: Annotated[int | None, Personal] = None
    steps: Annotated[tuple[Step, ...], Personal] = parts(Step)
    corrections: Annotated[tuple[ScoreCorrection, ...], Personal] = parts(ScoreCorrection)
    place: Choice | None = part(Choice | None)
    offer_until: date | None = None
    confirmed_on: date | None = None
    mobility_id: UUID | None = None
    nomination_problem: str | None = None
    withdrawal: Withdrawal | None = part(Withdrawal | None)
    cause: str | None = None
    reason: Annotated[str | None, Personal] = None

    @property
    def scores_given(self) -> int:
        """How many members have scored it; what they gave stays here."""
        return len(self.scored_ids)

    @property
    def wanted(self) -> tuple[UUID, ...]:
        """The destinations that are wanted; the opportunity itself, where there is nothing to choose."""
        return tuple(each.destination_id for each in self.choices) or (self.opportunity_id,)

    @property
    def documents(self) -> tuple[DocumentStanding, ...]:
        """How each document stands; the files stay here."""
        shown = DocumentStanding.model_fields
        return tuple(DocumentStanding(**{name: getattr(each, name) for name in shown}) for each in self.handed)

    @property
    def files(self) -> Sequence[Attachment]:
        """What was brought."""
        return [each.file for each in self.handed if each.file]

    def brings(self, document_id: UUID, file: Attachment) -> None:
        """The file takes the place of what was there of that document; somebody looks at it anew."""
        new = {"state": DocumentState.BROUGHT, "file": file}
        self.handed = tuple(
            each.model_copy(update=new) if each.document_id == document_id else each for each in self.handed
        )

    def ends_for(self, cause: Cause | None, reason: str | None) -> str | None:
        """The cause is for the books, the words are for the applicant alone."""
        self.cause, self.reason, self.repair_until = cause, reason, None
        return cause.value if cause else None

    def is_compared_anew(self) -> None:
        """The committee has it again: no rank, no place, and no reason why not."""
        self.status, self.mean, self.rank, self.steps = Status.IN_REVIEW, None, None, ()
        self.gets(None)
        self.ends_for(None, None)

    def gets(self, place: Choice | None) -> None:
        """A place is kept for it, or is not any more."""
        self.place, self.offer_until = place, None


class ApplicationScore(Table, table=True):
    """What one member of the committee gave for one criterion: a row of its own, so that none takes another's place."""

    __tablename__ = "application_score"
    __table_args__ = (PrimaryKeyConstraint("application_id", "member_id", "criterion_id"),)

    application_id: UUID
    member_id: UUID
    criterion_id: UUID
    points: Annotated[int, Personal]
    given_at: datetime = instant(nullable=False)

    @property
    def given(self) -> Score:
        """The points, as they were given."""
        return Score(criterion_id=self.criterion_id, points=self.points)
