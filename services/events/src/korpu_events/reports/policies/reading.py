"""What is told of the figures of a report: as they were frozen, what changed, and how they were a period before."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_events.reports.domain.lifecycle import ReportStatus
from korpu_events.reports.figures import public_figure, shown_figure, shown_place, year_on_year
from korpu_events.reports.parts import Frozen
from korpu_events.reports.tables import Report, ReportFigures


def readable_freezes(report: Report, *, inside: bool) -> list[Frozen]:
    """The freezes that a caller may read: inside all of them, outside those that were published."""
    return [each for each in report.freezes if inside or each.published_on]


async def freezes_of(
    report: Report, readable: Sequence[Frozen], uow: UnitOfWork, *, inside: bool
) -> list[dict[str, Any]]:
    """Every freeze with its figures and, inside, with what differs from those that were published before it."""
    kept = {each.number: each for each in await uow.find(ReportFigures, col(ReportFigures.report_id) == report.id)}
    return [
        {
            **each.model_dump(mode="json", exclude={"indicators", "differences"}),
            "figures": [shown_figure(it if inside else public_figure(it)) for it in kept[each.number].figures],
            "differences": [shown_place(cell) for cell in changes_of(kept[each.number], inside=inside)],
        }
        for each in readable
    ]


def changes_of(kept: ReportFigures, *, inside: bool) -> list[dict[str, Any]]:
    """What a freeze changed; outside the office without the numbers of what counts persons."""
    of_persons = {each["code"] for each in kept.figures if each["fewest_shown"]}
    return [each for each in kept.differences if inside or each["code"] not in of_persons]


async def compared(report: Report, readable: Sequence[Frozen], uow: UnitOfWork) -> list[dict[str, Any]]:
    """The newest readable figures beside those of the latest published report of an earlier period."""
    earlier = await earlier_report(report, uow)
    if not readable or earlier is None or earlier.published_freeze is None:
        return []
    now = await uow.session.get_one(ReportFigures, (report.id, readable[-1].number))
    before = await uow.session.get_one(ReportFigures, (earlier.id, earlier.published_freeze))
    return [shown_place(each) for each in year_on_year(before.figures, now.figures)]


async def earlier_report(report: Report, uow: UnitOfWork) -> Report | None:
    """The latest published report by the same template on a period that was over before this one began."""
    published = (
        col(Report.template_id) == report.template_id,
        col(Report.ends) < report.starts,
        col(Report.status) == ReportStatus.PUBLISHED,
    )
    return max(await uow.find(Report, *published), key=lambda each: (each.ends, each.id), default=None)


async def packed_rows(report_id: UUID, number: int, uow: UnitOfWork) -> ReportFigures | None:
    """One freeze as it is kept."""
    return await uow.session.get(ReportFigures, (report_id, number))
