"""Reading the frozen figures of reports, and what was counted for one of them."""

from enum import StrEnum
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict, Field
from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.http.middleware import PROBLEM_RESPONSE
from korpu_chassis.refusals import NotFound
from korpu_chassis.runtime.routes import PROBLEMS, Batch, answer, asked, takes
from korpu_chassis.validation.codes import Count
from korpu_events.reports.aggregate import IN_THE_OFFICE, reports
from korpu_events.reports.figures import rows_behind
from korpu_events.reports.policies.reading import compared, freezes_of, packed_rows, readable_freezes
from korpu_events.reports.tables import Report

router = APIRouter(tags=["reports"])


class ReportField(StrEnum):
    """What can be asked about a report beside its public state."""

    FROZEN_FIGURES = "frozen_figures"
    YEAR_ON_YEAR = "year_on_year"


class ReadReports(Batch):
    """Some fields of some reports."""

    fields: Annotated[tuple[ReportField, ...], Field(min_length=1, max_length=len(ReportField))]


class ReportsRead(BaseModel):
    """What the caller may read of the reports asked for; what may not be read is absent without a hint."""

    reports: list[dict[str, Any]]


class ReadFigureRows(BaseModel):
    """One cell: by its report, the number of the freeze, and the places of its figure and of itself there."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: UUID
    number: Count
    figure: Count
    cell: Count


class CountedRow(BaseModel):
    """One of the things that were counted, as which of its versions."""

    type: str
    id: UUID
    version: int


class FigureRows(BaseModel):
    """What was counted for a cell: as many as its value says, where it is a count."""

    rows: list[CountedRow]


@router.post("/reports/read", response_model=ReportsRead, responses=PROBLEMS, openapi_extra=takes(ReadReports))
async def read_reports(request: Request) -> Response:
    """Read frozen figures with what a restatement changed, and how they were a period before."""
    async with asked(request, ReadReports) as (question, uow):
        found = await uow.find(Report, col(Report.id).in_(question.ids))
        seen = [each for each in found if reports.shows(each, uow.principal)]
        return answer(ReportsRead(reports=[{"id": each.id, **await _told(each, question, uow)} for each in seen]))


@router.post(
    "/reports/rows",
    response_model=FigureRows,
    responses={**PROBLEMS, 404: PROBLEM_RESPONSE},
    openapi_extra=takes(ReadFigureRows),
)
async def read_figure_rows(request: Request) -> Response:
    """Read what was counted for one number; inside the office alone."""
    async with asked(request, ReadFigureRows) as (question, uow):
        kept = await packed_rows(question.id, question.number, uow) if _inside(uow) else None
        if kept is None:
            raise NotFound("id")
        try:
            rows = rows_behind(kept.rows, question.figure, question.cell)
        except IndexError:
            raise NotFound("cell") from None
        return answer(FigureRows(rows=[CountedRow.model_validate(each) for each in rows]))


async def _told(report: Report, question: ReadReports, uow: UnitOfWork) -> dict[str, Any]:
    inside = _inside(uow)
    told: dict[str, Any] = {}
    readable = readable_freezes(report, inside=inside)
    if ReportField.FROZEN_FIGURES in question.fields:
        told[ReportField.FROZEN_FIGURES] = await freezes_of(report, readable, uow, inside=inside)
    if ReportField.YEAR_ON_YEAR in question.fields and inside:
        told[ReportField.YEAR_ON_YEAR] = await compared(report, readable, uow)
    return told


def _inside(uow: UnitOfWork) -> bool:
    return any(role.borne_by(uow.principal) for role in IN_THE_OFFICE)
