"""Enquiries as they are kept: who asks by e-mail, and what is asked and answered, stays here."""

from datetime import date
from typing import Annotated
from uuid import UUID

from sqlmodel import Field

from korpu_chassis.persistence.store import Aggregate, part, parts
from korpu_chassis.validation.codes import Personal
from korpu_mobility.enquiries.domain.lifecycle import Side
from korpu_mobility.enquiries.parts import AnswerClock, Said
from korpu_mobility.tables import Table


class Enquiry(Aggregate, Table, table=True):
    """What somebody wants to know, and what the office has answered."""

    __tablename__ = "enquiry"

    topic: str
    channel: str
    language: str
    person_id: UUID | None = Field(default=None, index=True)
    asker_name: Annotated[str | None, Personal] = None
    asker_email: Annotated[str | None, Personal] = Field(default=None, index=True)
    exchange: Annotated[tuple[Said, ...], Personal] = parts(Said)
    organisation_id: UUID | None = Field(default=None, index=True)
    opportunity_id: UUID | None = Field(default=None, index=True)
    assignee: str | None = None
    clock: AnswerClock = part(AnswerClock, nullable=False)
    overdue: bool = False
    asked_on: date
    answered_on: date | None = None
    in_time: bool | None = None
    reopened: int = 0
    reopen_until: date | None = None
    closed_on: date | None = None
    cause: str | None = None
    reason: Annotated[str | None, Personal] = None
    kept_until: date
    forgotten_on: date | None = None

    @property
    def due(self) -> date:
        """The last day on which the answer is in time."""
        return self.clock.due

    @property
    def answers(self) -> int:
        """How many answers were given."""
        return sum(each.by == Side.OFFICE for each in self.exchange)
