"""The decision: what is looked at, who says yes or no."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Text
from korpu_events.people import HEAD, OFFICER, RECTORATE
from korpu_events.visits.lifecycle import VisitStatus, has_room, may_approve
from korpu_events.visits.messages.course import VisitApproved, VisitChecked, VisitDeclined, VisitScreeningBegan
from korpu_events.visits.parts import Check
from korpu_events.visits.refusals.course import ApproverIsAuthor, ListFull, NotScreened, ScreeningConcern
from korpu_events.visits.room import visits
from korpu_events.visits.tables import Visit
from korpu_events.visits.words import CheckKind


class BeginScreening(Changes):
    """Which visit is looked at."""


class RecordCheck(Changes):
    """The result of one look at the visit."""

    kind: CheckKind
    clear: Annotated[bool, Field(description="False when the check has found a concern.")]
    note: Text | None = None


class ApproveVisit(Changes):
    """Which visit may take place."""

    despite: Annotated[Text | None, Field(description="Why it is approved although a check found a concern.")] = None


class DeclineVisit(Changes):
    """Which visit will not take place, and why."""

    reason: Text


@visits.changes(
    who=[OFFICER, HEAD], when=[VisitStatus.REQUESTED], to=[VisitStatus.SCREENING], emits=[VisitScreeningBegan]
)
async def begin_screening(visit: Visit, command: BeginScreening, uow: UnitOfWork) -> None:
    """Begin to look at a visit before somebody decides on it."""
    visit.status = VisitStatus.SCREENING
    await uow.emit(visit, VisitScreeningBegan())


@visits.changes(who=[OFFICER, HEAD], when=[VisitStatus.SCREENING], emits=[VisitChecked], refuses=[ListFull])
async def record_check(visit: Visit, command: RecordCheck, uow: UnitOfWork) -> None:
    """Write down what a check has found; a later check of the same kind takes its place."""
    has_room(visit.checks)
    check = Check(kind=command.kind, clear=command.clear, note=command.note, by=uow.principal.subject, on=uow.today)
    visit.checks = (*visit.checks, check)
    await uow.emit(visit, VisitChecked(kind=check.kind, clear=check.clear))


@visits.changes(
    who=[HEAD, RECTORATE],
    when=[VisitStatus.SCREENING],
    to=[VisitStatus.APPROVED],
    emits=[VisitApproved],
    refuses=[ApproverIsAuthor, NotScreened, ScreeningConcern],
    barred={"author": ApproverIsAuthor},
)
async def approve_visit(visit: Visit, command: ApproveVisit, uow: UnitOfWork) -> None:
    """Let the visit take place; whoever asked for it does not decide."""
    may_approve(visit.checks, command.despite)
    uow.why = command.despite
    visit.status = VisitStatus.APPROVED
    await uow.emit(visit, VisitApproved(by=uow.principal.subject))


@visits.changes(
    who=[HEAD, RECTORATE],
    when=[VisitStatus.REQUESTED, VisitStatus.SCREENING],
    to=[VisitStatus.DECLINED],
    emits=[VisitDeclined],
    refuses=[ApproverIsAuthor],
    barred={"author": ApproverIsAuthor},
)
async def decline_visit(visit: Visit, command: DeclineVisit, uow: UnitOfWork) -> None:
    """Say no to a visit, with the reason; whoever asked for it does not decide."""
    visit.status = VisitStatus.DECLINED
    visit.reason = command.reason
    await uow.emit(visit, VisitDeclined(reason=command.reason))
