"""Where visits are kept: one row each."""

from datetime import date
from uuid import UUID

from sqlalchemy import Index

from korpu_chassis.i18n.text import LocalizedText
from korpu_chassis.persistence.store import Aggregate, part, parts
from korpu_documents.attachments import Attachment
from korpu_events.tables import Table
from korpu_events.visits.parts import Check, DepartmentRequest, Host, Interpreter, Member, ProgrammeItem
from korpu_events.visits.surroundings import Arrival, BudgetLine, Gift, Invitation, Lodging, Outcome, Sequel, Signing


class Visit(Aggregate, Table, table=True):
    """A delegation that is received or sent, from the first letter to the closed file."""

    __tablename__ = "visit"
    __table_args__ = (
        Index("visit_programme", "programme", postgresql_using="gin"),
        Index("visit_requests", "requests", postgresql_using="gin"),
    )

    direction: str
    title: LocalizedText = part(LocalizedText, nullable=False)
    purpose: str
    letter: str | None = None
    letter_id: UUID | None = None
    organisations: tuple[UUID, ...] = parts(UUID)
    head_level: str
    starts: date
    ends: date
    reason: str | None = None
    responsible_id: UUID | None = None
    checks: tuple[Check, ...] = parts(Check)
    members: tuple[Member, ...] = parts(Member)
    hosts: tuple[Host, ...] = parts(Host)
    escort: tuple[UUID, ...] = parts(UUID)
    interpreters: tuple[Interpreter, ...] = parts(Interpreter)
    programme: tuple[ProgrammeItem, ...] = parts(ProgrammeItem)
    transport: tuple[Arrival, ...] = parts(Arrival)
    lodging: tuple[Lodging, ...] = parts(Lodging)
    budget: tuple[BudgetLine, ...] = parts(BudgetLine)
    gifts: tuple[Gift, ...] = parts(Gift)
    requests: tuple[DepartmentRequest, ...] = parts(DepartmentRequest)
    invitations: tuple[Invitation, ...] = parts(Invitation)
    briefing: str | None = None
    press_plan: str | None = None
    press_consent: bool | None = None
    completed_on: date | None = None
    report_due: date | None = None
    minutes: str | None = None
    outcomes: tuple[Outcome, ...] = parts(Outcome)
    signed: tuple[Signing, ...] = parts(Signing)
    sequel_asked_on: date | None = None
    sequel: Sequel | None = part(Sequel | None)
    report: LocalizedText | None = part(LocalizedText | None)
    overdue: bool = False
    action_points: tuple[UUID, ...] = parts(UUID)
    no_follow_up: str | None = None
    files: tuple[Attachment, ...] = parts(Attachment)
    entered_on: date | None = None
    """When it was taken over from an older register, which gave no names."""

    @property
    def member_count(self) -> int:
        """How many people the delegation has."""
        return len(self.members)

    @property
    def ready(self) -> bool:
        """Every department that was asked, and not released, has said yes."""
        return not any(request.status in ("pending", "rejected") for request in self.requests)

    @property
    def led_to_something(self) -> bool | None:
        """Whether anything came of it; nothing, as long as nobody has said."""
        return None if self.sequel is None else bool(self.sequel.kinds)

    @property
    def follow_up(self) -> str | None:
        """Whether anything follows: agreed action points, none, or not said yet."""
        if self.action_points:
            return "agreed"
        return None if self.no_follow_up is None else "none"
