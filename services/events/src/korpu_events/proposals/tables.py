"""Where proposals are kept: who proposes without a name, who supports and what is said of it stays here."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from sqlalchemy import Index, Text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlmodel import Field

from korpu_chassis.i18n.text import LocalizedText
from korpu_chassis.persistence.store import Aggregate, instant, part, parts
from korpu_chassis.validation.codes import Personal
from korpu_events.proposals.parts import StepClock
from korpu_events.tables import Table


class Proposal(Aggregate, Table, table=True):
    """How international work can be better, in somebody's words."""

    __tablename__ = "proposal"
    __table_args__ = (Index("proposal_words", "words", postgresql_using="gin"),)

    title: LocalizedText = part(LocalizedText, nullable=False)
    description: LocalizedText = part(LocalizedText, nullable=False)
    expected_effect: LocalizedText | None = part(LocalizedText | None)
    theme: str
    unnamed: bool = False
    proposer_id: UUID | None = Field(default=None, index=True)
    unnamed_proposer_id: Annotated[UUID | None, Personal] = Field(default=None, index=True)
    words: list[str] = Field(sa_type=ARRAY(Text))
    supporters: int = 0
    remarks: int = 0
    responsible: str | None = None
    submitted_on: date
    clock: StepClock = part(StepClock, nullable=False)
    overdue: bool = False
    decided_on: date | None = None
    reason: str | None = None
    merged_into: UUID | None = Field(default=None, index=True)
    action_points: tuple[UUID, ...] = parts(UUID)
    doers: tuple[str, ...] = parts(str)
    implemented_on: date | None = None
    verified_on: date | None = None
    outcome: str | None = None
    kept_until: date | None = None
    forgotten_on: date | None = None

    @property
    def due(self) -> date:
        """The last day on which the next step, looking at it or deciding on it, is in time."""
        return self.clock.due


class Supporter(Table, table=True):
    """Who wants what somebody else proposes; each of them once."""

    __tablename__ = "proposal_supporter"

    proposal_id: UUID = Field(primary_key=True)
    person_id: Annotated[UUID, Personal] = Field(primary_key=True, index=True)


class Remark(Table, table=True):
    """What somebody has said of a proposal; nobody is named in it who speaks as an unnamed proposer."""

    __tablename__ = "proposal_remark"

    id: UUID = Field(primary_key=True)
    proposal_id: UUID = Field(index=True)
    at: datetime = instant(nullable=False, default=None)
    side: str
    person_id: Annotated[UUID | None, Personal] = Field(default=None, index=True)
    text: Annotated[str, Personal]
