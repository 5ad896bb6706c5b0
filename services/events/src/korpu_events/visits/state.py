"""The public state of a visit, as every message carries it."""

from datetime import date
from uuid import UUID

from korpu_chassis.commands.state import State
from korpu_chassis.i18n.text import LocalizedText
from korpu_documents.attachments import Attachment
from korpu_events.visits.domain.lifecycle import VisitStatus
from korpu_events.visits.domain.vocabulary import Direction, Rank
from korpu_events.visits.parts import DepartmentRequest, Host, Interpreter, Member, ProgrammeItem
from korpu_events.visits.surroundings import Arrival, BudgetLine, Gift, Lodging, Outcome, Sequel, Signing


class VisitState(State):
    """The public state of a visit: no name, no passport, no minutes."""

    status: VisitStatus
    direction: Direction
    title: LocalizedText
    purpose: str
    letter: str | None
    letter_id: UUID | None
    organisations: tuple[UUID, ...]
    head_level: Rank
    starts: date
    ends: date
    reason: str | None
    responsible_id: UUID | None
    member_count: int
    members: tuple[Member, ...]
    hosts: tuple[Host, ...]
    escort: tuple[UUID, ...]
    interpreters: tuple[Interpreter, ...]
    programme: tuple[ProgrammeItem, ...]
    transport: tuple[Arrival, ...]
    lodging: tuple[Lodging, ...]
    budget: tuple[BudgetLine, ...]
    gifts: tuple[Gift, ...]
    requests: tuple[DepartmentRequest, ...]
    ready: bool
    press_consent: bool | None
    completed_on: date | None
    report_due: date | None
    outcomes: tuple[Outcome, ...]
    signed: tuple[Signing, ...]
    sequel_asked_on: date | None
    sequel: Sequel | None
    led_to_something: bool | None
    report: LocalizedText | None
    overdue: bool
    follow_up: str | None
    action_points: tuple[UUID, ...]
    files: tuple[Attachment, ...]
