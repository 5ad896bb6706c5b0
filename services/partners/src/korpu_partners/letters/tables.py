"""Where letters are kept."""

from datetime import date
from typing import Annotated
from uuid import UUID

from sqlalchemy import Index, Text, Uuid
from sqlalchemy.dialects.postgresql import ARRAY
from sqlmodel import Field

from korpu_chassis.i18n.text import LocalizedText
from korpu_chassis.persistence.store import MASKED, Aggregate, part, parts
from korpu_chassis.validation.codes import Personal
from korpu_documents.attachments import Attachment
from korpu_partners.indexes import index_into
from korpu_partners.letters.domain.lifecycle import LetterStatus, is_overdue
from korpu_partners.letters.parts import AnsweringTime, Correspondent, Link
from korpu_partners.tables import Table


class Letter(Aggregate, Table, table=True):
    """One entry of the register: a letter that came in, went out or stayed inside."""

    __tablename__ = "letter"
    __table_args__ = (
        Index("letter_number_once", "direction", "year", "number", unique=True),
        index_into("letter_organisation_ids", "organisation_ids"),
        index_into("letter_answer_ids", "answer_ids"),
    )

    direction: str
    year: int
    number: int
    registered_on: date
    travelled_on: date
    their_number: str | None = None
    their_date: date | None = None
    their_key: str | None = Field(default=None, index=True)
    correspondents: tuple[Correspondent, ...] = parts(Correspondent)
    organisation_ids: list[UUID] = Field(default=[], sa_type=ARRAY(Uuid))
    our_office: str | None = None
    about: LocalizedText = part(LocalizedText, nullable=False)
    languages: list[str] = Field(default=[], sa_type=ARRAY(Text))
    delivery: str
    nature: str
    wants_answer: bool
    due: date | None = None
    due_known_on: date | None = None
    answering_time: AnsweringTime | None = part(AnsweringTime)
    overdue: bool = False
    priority: str
    assignee: str | None = Field(default=None, index=True)
    backup: str | None = None
    confidential: bool = False
    answer_ids: list[UUID] = Field(default=[], sa_type=ARRAY(Uuid))
    answered_on: date | None = None
    closed_on: date | None = None
    no_answer: str | None = None
    reason: str | None = None
    links: tuple[Link, ...] = parts(Link)
    files: tuple[Attachment, ...] = parts(Attachment)
    person: Annotated[str | None, Personal] = None
    note: Annotated[str | None, Personal] = None

    @property
    def subject(self) -> LocalizedText | None:
        """What it is about, for everybody who hears of it; a confidential letter does not say."""
        return None if self.confidential else self.about

    @property
    def scans(self) -> tuple[Attachment, ...]:
        """Its files, for everybody who hears of it; those of a confidential letter do not say what they are."""
        hidden = {"title": MASKED} if self.confidential else {}
        return tuple(each.model_copy(update=hidden) for each in self.files)

    @property
    def read_by_unit(self) -> str | None:
        """The unit whose coordinator reads it; a confidential letter is read by the department alone."""
        return None if self.confidential else self.unit

    @property
    def looked_after_by(self) -> tuple[str, ...]:
        """Who is reminded."""
        return tuple(each for each in (self.assignee, self.backup) if each)

    def stands(self, status: LetterStatus, today: date) -> None:
        """Take this status, and be overdue or not, as the day says."""
        self.status = status
        self.overdue = is_overdue(status, self.due, today)

    def is_due(self, due: date | None, today: date, rule: AnsweringTime | None = None) -> None:
        """Be due on this day from now on, by a rule or by somebody's word."""
        self.due, self.due_known_on, self.answering_time = due, today, rule
        self.overdue = is_overdue(self.status, due, today)
