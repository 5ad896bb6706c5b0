"""What events' other aggregates may ask of reports: ids come in, values go out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Executable, ScalarSelect, select
from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import LocalizedText
from korpu_chassis.refusals import NotFound
from korpu_events.reports.domain.lifecycle import ReportStatus
from korpu_events.reports.facts import ReportPartAccepted, ReportPartReturned
from korpu_events.reports.figures import public_figure
from korpu_events.reports.labels import label_of
from korpu_events.reports.parts import Frozen
from korpu_events.reports.policies.reading import changes_of
from korpu_events.reports.refusals import ReportGoesOn
from korpu_events.reports.tables import Report, ReportFigures

__all__ = [
    "REPORT_REFUSALS",
    "FrozenOnPaper",
    "ReportOnPaper",
    "enter_acceptance",
    "enter_return",
    "frozen_on_paper",
    "hold_report_version",
    "holding_report",
    "label_of",
    "report_on_paper",
]

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


@dataclass(frozen=True)
class ReportOnPaper:
    """A report as a paper tells it."""

    id: UUID
    version: int
    code: str
    unit: str | None
    title: LocalizedText
    summary: LocalizedText | None
    starts: date
    ends: date
    accepted: tuple[str, ...]
    without: tuple[str, ...]
    freezes: tuple[Frozen, ...]
    correlation_id: UUID


@dataclass(frozen=True)
class FrozenOnPaper:
    """One freeze as a paper tells it: without numbers of few persons."""

    number: int
    as_of: date
    frozen_on: date
    published: bool
    sha256: str
    reason: str | None
    figures: Sequence[Mapping[str, Any]]
    differences: Sequence[Mapping[str, Any]]


async def report_on_paper(id: UUID, uow: UnitOfWork) -> ReportOnPaper:
    """The report as it stands now."""
    held = await uow.session.get(Report, id)
    if held is None:
        raise NotFound("report_id")
    return ReportOnPaper(**{name: getattr(held, name) for name in ReportOnPaper.__dataclass_fields__})


async def frozen_on_paper(report: ReportOnPaper, number: int | None, uow: UnitOfWork) -> FrozenOnPaper | None:
    """The freeze under this number, or the newest; none when there is no such."""
    chosen = [each for each in report.freezes if number in {None, each.number}]
    if not chosen:
        return None
    frozen = chosen[-1]
    kept = await uow.session.get_one(ReportFigures, (report.id, frozen.number))
    return FrozenOnPaper(
        number=frozen.number,
        as_of=frozen.as_of,
        frozen_on=frozen.frozen_on,
        published=frozen.published_on is not None,
        sha256=frozen.sha256,
        reason=frozen.reason,
        figures=[public_figure(each) for each in kept.figures],
        differences=changes_of(kept, inside=False),
    )


async def hold_report_version(id: UUID, uow: UnitOfWork) -> int:
    """The version of a report that nobody changes until the transaction ends."""
    return await uow.hold(Report, id)
