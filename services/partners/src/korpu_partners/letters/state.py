"""A letter as messages carry it: no names, no private note, and of a confidential one not even the subject."""

from datetime import date
from uuid import UUID

from korpu_chassis.commands.state import State
from korpu_chassis.i18n.text import LocalizedText
from korpu_documents.attachments import Attachment
from korpu_partners.letters.domain.lifecycle import Delivery, Direction, LetterStatus, Nature, Priority
from korpu_partners.letters.parts import AnsweringTime, Correspondent, Link


class LetterState(State):
    """A letter as everybody may know it who hears of it."""

    status: LetterStatus
    direction: Direction
    year: int
    number: int
    registered_on: date
    travelled_on: date
    their_number: str | None
    their_date: date | None
    correspondents: tuple[Correspondent, ...]
    our_office: str | None
    subject: LocalizedText | None
    languages: tuple[str, ...]
    delivery: Delivery
    nature: Nature
    wants_answer: bool
    due: date | None
    answering_time: AnsweringTime | None
    overdue: bool
    priority: Priority
    assignee: str | None
    backup: str | None
    confidential: bool
    read_by_unit: str | None
    answer_ids: tuple[UUID, ...]
    answered_on: date | None
    closed_on: date | None
    no_answer: str | None
    reason: str | None
    links: tuple[Link, ...]
    scans: tuple[Attachment, ...]
