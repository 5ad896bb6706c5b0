"""What events' other aggregates may ask of reports: ids come in, values go out."""

from uuid import UUID

from sqlalchemy import Executable, ScalarSelect, select
from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_events.reports.domain.lifecycle import ReportStatus
from korpu_events.reports.facts import ReportPartAccepted, ReportPartReturned
from korpu_events.reports.refusals import ReportGoesOn
from korpu_events.reports.tables import Report

REPORT_REFUSALS = (ReportGoesOn,)


def holding_report(id: ScalarSelect[UUID]) -> Executable:
    """The statement that holds a report before one of its parts: whoever withdraws it holds it first, too."""
    return select(col(Report.id)).where(col(Report.id) == id).with_for_update()


async def enter_acceptance(report_id: UUID, unit: str, uow: UnitOfWork) -> None:
    """The part of this unit is whole; once all are, the report waits to be consolidated."""
    report = await _collecting(report_id, uow)
    report.accepted = (*report.accepted, unit)
    await uow.emit(report, ReportPartAccepted(unit=unit))


async def enter_return(report_id: UUID, unit: str, uow: UnitOfWork) -> None:
    """The part of this unit goes back; where it had been accepted, the report lacks it again."""
    report = await _collecting(report_id, uow)
    if unit in report.accepted:
        report.accepted = tuple(each for each in report.accepted if each != unit)
        await uow.emit(report, ReportPartReturned(unit=unit))


async def _collecting(report_id: UUID, uow: UnitOfWork) -> Report:
    report = await uow.lock(Report, report_id)
    if report.status != ReportStatus.REQUESTED:
        raise ReportGoesOn
    return report
