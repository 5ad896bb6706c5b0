"""What a visit leaves behind: minutes, outcomes, report, follow-up, and the closed file."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import LocalizedText, Texts
from korpu_chassis.validation.codes import Text
from korpu_events.people import HEAD, OFFICER
from korpu_events.visits.lifecycle import REPORT_WITHIN, TAKES_PLACE, VisitStatus
from korpu_events.visits.messages.course import (
    VisitClosed,
    VisitNoFollowUp,
    VisitOutcomesRecorded,
    VisitReported,
    VisitReportReturned,
)
from korpu_events.visits.outcome import (
    FollowUpAgreed,
    FollowUpMissing,
    ReportMissing,
    may_close,
    may_declare_no_follow_up,
)
from korpu_events.visits.room import visits
from korpu_events.visits.surroundings import Outcome
from korpu_events.visits.tables import Visit


class RecordOutcomes(Changes):
    """What was said and what was achieved, in full."""

    minutes: Annotated[Text | None, Field(max_length=4000, description="They stay in the office.")] = None
    outcomes: Annotated[tuple[Outcome, ...], Field(max_length=100, description="Results and commitments.")] = ()


class ReportVisit(Changes):
    """The report of a visit."""

    report: Texts


class ReturnReport(Changes):
    """Which report needs repair, and why."""

    reason: Text


class DeclareNoFollowUp(Changes):
    """From which visit nothing follows, and why."""

    reason: Text


class CloseVisit(Changes):
    """The file of which visit is closed."""


@visits.changes(who=[OFFICER, HEAD], when=TAKES_PLACE, emits=[VisitOutcomesRecorded])
async def record_outcomes(visit: Visit, command: RecordOutcomes, uow: UnitOfWork) -> None:
    """Write down what was said, achieved and promised."""
    visit.minutes = command.minutes or visit.minutes
    visit.outcomes = command.outcomes
    await uow.emit(visit, VisitOutcomesRecorded())


@visits.changes(who=[OFFICER, HEAD], when=[VisitStatus.COMPLETED], to=[VisitStatus.REPORTED], emits=[VisitReported])
async def report_visit(visit: Visit, command: ReportVisit, uow: UnitOfWork) -> None:
    """Hand in the report of a visit."""
    visit.report = visit.report.edited(command.report) if visit.report else LocalizedText.of(command.report)
    visit.status = VisitStatus.REPORTED
    visit.overdue = False
    await uow.emit(visit, VisitReported())


@visits.changes(who=[HEAD], when=[VisitStatus.REPORTED], to=[VisitStatus.COMPLETED], emits=[VisitReportReturned])
async def return_report(visit: Visit, command: ReturnReport, uow: UnitOfWork) -> None:
    """Give a report back for repair; seven days begin anew."""
    visit.status = VisitStatus.COMPLETED
    visit.report_due = uow.today + REPORT_WITHIN
    await uow.emit(visit, VisitReportReturned(reason=command.reason))


@visits.changes(
    who=[OFFICER, HEAD],
    when=[VisitStatus.COMPLETED, VisitStatus.REPORTED],
    emits=[VisitNoFollowUp],
    refuses=[FollowUpAgreed],
)
async def declare_no_follow_up(visit: Visit, command: DeclareNoFollowUp, uow: UnitOfWork) -> None:
    """Say that nothing follows from a visit."""
    may_declare_no_follow_up(visit.action_points)
    visit.no_follow_up = command.reason
    await uow.emit(visit, VisitNoFollowUp(reason=command.reason))


@visits.changes(
    who=[OFFICER, HEAD],
    when=[VisitStatus.COMPLETED, VisitStatus.REPORTED],
    to=[VisitStatus.CLOSED],
    emits=[VisitClosed],
    refuses=[ReportMissing, FollowUpMissing],
)
async def close_visit(visit: Visit, command: CloseVisit, uow: UnitOfWork) -> None:
    """Close the file of a visit that has its report and its follow-up."""
    report = visit.report if visit.status == VisitStatus.REPORTED else None
    may_close(report, visit.action_points, visit.no_follow_up)
    visit.status = VisitStatus.CLOSED
    await uow.emit(visit, VisitClosed())
