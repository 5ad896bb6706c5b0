"""`ReportVisit`: hand in the report of a visit."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import LocalizedText, Texts
from korpu_events.permissions import HEAD, OFFICER
from korpu_events.visits.aggregate import visits
from korpu_events.visits.domain.lifecycle import VisitStatus
from korpu_events.visits.facts import VisitReported
from korpu_events.visits.tables import Visit


class ReportVisit(Changes):
    """The report of a visit."""

    report: Texts


@visits.changes(who=[OFFICER, HEAD], when=[VisitStatus.COMPLETED], to=[VisitStatus.REPORTED], emits=[VisitReported])
async def report_visit(visit: Visit, command: ReportVisit, uow: UnitOfWork) -> None:
    """Hand in the report of a visit."""
    visit.report = visit.report.edited(command.report) if visit.report else LocalizedText.of(command.report)
    visit.status = VisitStatus.REPORTED
    visit.overdue = False
    await uow.emit(visit, VisitReported())
