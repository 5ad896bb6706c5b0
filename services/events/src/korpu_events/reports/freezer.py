"""Freezing figures: what a command has asked for is computed elsewhere, and kept for good once it is there."""

import asyncio
import contextlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID

import structlog
from prometheus_client import Counter
from pydantic import ValidationError
from sqlalchemy import func, select
from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.configuration.setting_files import WrongFile
from korpu_chassis.database.availability import DatabaseUnavailable, RowBusy
from korpu_chassis.identity.access_tokens import Principal
from korpu_chassis.observability.tracing import continuing
from korpu_chassis.runtime.assembly import ServiceRuntime
from korpu_chassis.stopping import Stopping
from korpu_documents.content import CSV, XLSX
from korpu_events.files import files
from korpu_events.reports.facts import ReportFiguresRefused, ReportFrozen
from korpu_events.reports.figures import Figures, differences, frozen_form
from korpu_events.reports.figures_source import (
    FiguresAway,
    FiguresDeclined,
    FiguresSettings,
    figures_for,
    question_of,
)
from korpu_events.reports.open_data import OfReport, as_csv, as_workbook
from korpu_events.reports.parts import FreezingStatus, Frozen
from korpu_events.reports.tables import Report, ReportFigures

log = structlog.get_logger()
TRIED = Counter("korpu_report_freezings", "Questions for the figures of a report", ["outcome"])

PULSE_SECONDS = 2.0
LONGEST_PAUSE = timedelta(minutes=5)
TELL = ("officer", "head")


@dataclass
class Freezer:
    """Looks for reports whose figures are wanted, and asks for them one after the other, outside of transactions."""

    runtime: ServiceRuntime
    settings: FiguresSettings
    _tried: dict[tuple[UUID, int], int] = field(default_factory=dict)
    _not_before: dict[tuple[UUID, int], float] = field(default_factory=dict)

    async def forever(self, stop: asyncio.Event) -> None:
        """Freeze what is wanted until told to stop; a database that is away is waited for."""
        while not stop.is_set():
            with contextlib.suppress(DatabaseUnavailable, RowBusy):
                await self.freeze_wanted()
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), PULSE_SECONDS)

    async def freeze_wanted(self) -> int:
        """Try each report whose figures are wanted now, unless it was tried a moment ago; says how many were frozen."""
        wanted = await self.wanted()
        known = {(each.id, each.freezing.number) for each in wanted if each.freezing}
        self._tried = {key: tries for key, tries in self._tried.items() if key in known}
        frozen = 0
        for report in wanted:
            with continuing({}, "freezing"):
                frozen += await self.try_to_freeze(report)
        return frozen

    async def wanted(self) -> Sequence[Report]:
        """The reports whose figures were asked for and have not come."""
        waiting = func.jsonb_extract_path_text(col(Report.freezing), "status") == FreezingStatus.WAITING.value
        async with self.runtime.database.transaction() as session:
            found = select(Report).where(waiting)
            return (await session.scalars(found.order_by(col(Report.changed_at)).limit(100))).all()

    async def try_to_freeze(self, report: Report) -> bool:
        """Ask for the figures of a report and keep them, unless they are not wanted any more; says whether they are."""
        assert report.freezing  # noqa: S101 -- it was looked for by that
        key = (report.id, report.freezing.number)
        moment = asyncio.get_running_loop().time()
        if self._not_before.get(key, 0.0) > moment:
            return False
        try:
            told = await figures_for(question_of(report), self.settings)
        except FiguresAway as reason:
            tries = self._tried[key] = self._tried.get(key, 0) + 1
            pause = min(LONGEST_PAUSE.total_seconds(), 2.0 ** min(tries, 9))
            self._not_before[key] = moment + pause
            TRIED.labels("away").inc()
            log.warning("report.figures_away", id=str(report.id), reason=str(reason), tries=tries, again_in=pause)
            return False
        except FiguresDeclined as no:
            TRIED.labels("declined").inc()
            await self._record(report, no)
            return False
        TRIED.labels("frozen").inc()
        return await self._record(report, told)

    async def _record(self, report: Report, came: Figures | FiguresDeclined) -> bool:
        """Keep what came, if it is still what is wanted; whoever came first has kept it already."""
        assert report.freezing  # noqa: S101 -- it was looked for by that
        async with self.runtime.database.transaction() as session:
            uow = self.runtime.unit_of_work(session, Principal.system("figures"), "FreezeReport")
            held = await uow.take(Report, report.id)
            if held.freezing is None or held.freezing.number != report.freezing.number:
                return False
            uow.correlation_id = held.correlation_id
            await (_refuse(held, came, uow) if isinstance(came, FiguresDeclined) else freeze(held, came, uow))
        return True


async def freeze(report: Report, told: Figures, uow: UnitOfWork) -> None:
    """Keep figures for good under their number, with what differs from those that are published."""
    assert report.freezing  # noqa: S101 -- asked of reports whose figures are wanted alone
    wanted, form = report.freezing, frozen_form(told)
    changed = []
    if report.published_freeze is not None:
        published = await uow.session.get_one(ReportFigures, (report.id, report.published_freeze))
        changed = differences(published.figures, form.figures)
    uow.session.add(
        ReportFigures(
            report_id=report.id,
            number=wanted.number,
            sha256=form.sha256,
            figures=form.figures,
            differences=changed,
            rows=form.rows,
        )
    )
    of = OfReport(report.code, report.starts, report.ends, wanted.as_of, wanted.number)
    made = [(CSV, "csv", as_csv(of, form.figures)), (XLSX, "xlsx", as_workbook(of, form.figures))]
    hung = [
        await files.attach(
            uow, report, (await files.put(uow, content, media)).sha256, f"{report.code}-{wanted.number}.{ending}"
        )
        for media, ending, content in made
    ]
    report.freezing = None
    report.freezes = (
        *report.freezes,
        Frozen(
            number=wanted.number,
            as_of=wanted.as_of,
            frozen_on=uow.today,
            sha256=form.sha256,
            indicators=form.indicators,
            reason=wanted.reason,
            files=tuple(hung),
            differences=len(changed),
        ),
    )
    await uow.emit(report, ReportFrozen(number=wanted.number, sha256=form.sha256, differences=len(changed)))


async def _refuse(report: Report, no: FiguresDeclined, uow: UnitOfWork) -> None:
    assert report.freezing  # noqa: S101 -- asked of reports whose figures are wanted alone
    told = {"status": FreezingStatus.REFUSED, "problem": no.code, "about": no.about}
    report.freezing = report.freezing.model_copy(update=told)
    await uow.emit(report, ReportFiguresRefused(problem=no.code, about=no.about, tell=TELL))


async def freezes_reports(runtime: ServiceRuntime, stop: asyncio.Event) -> None:
    """Freeze the figures of reports until told to stop."""
    await Freezer(runtime, FiguresSettings()).forever(stop)


async def check_figures() -> None:
    """End the start when it is not said whole who computes figures, and how it knows us."""
    try:
        FiguresSettings()
    except (WrongFile, ValidationError) as wrong:
        raise Stopping(f"KORPU_GATEWAY_URL or KORPU_FIGURES_KEY is wrong: {_said(wrong)}") from None


def _said(wrong: WrongFile | ValidationError) -> str:
    if isinstance(wrong, WrongFile):
        return str(wrong)
    errors = wrong.errors(include_input=False, include_url=False, include_context=False)
    return "; ".join(str(each["msg"]) for each in errors)
