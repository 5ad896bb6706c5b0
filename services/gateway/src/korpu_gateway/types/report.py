"""Reports as the portal sees them: what the office tells of a period, and which figures were frozen for it."""

from datetime import date
from typing import TYPE_CHECKING, Any

from korpu_gateway.owners.personal import REPORTS
from korpu_gateway.owners.remote_fields import told
from korpu_gateway.readmodel.columns import ordered, reference, word, words
from korpu_gateway.reads.declared import aggregate, part
from korpu_gateway.reads.fields import at
from korpu_gateway.reads.kinds import Words
from korpu_gateway.reads.permissions import (
    COORDINATOR,
    EVERYBODY,
    INSIDE,
    OFFICE,
    SIGNED_IN,
    everything,
    having,
)
from korpu_gateway.reads.relations import many, one
from korpu_gateway.types.attachment import Attachment
from korpu_gateway.types.lists.report import ReportFilter, ReportOrder
from korpu_gateway.types.nodes import Node
from korpu_gateway.types.report_figures import FigureYearOnYear, FrozenFigures
from korpu_gateway.types.report_template import AskedFigure
from korpu_gateway.types.values import LocalizedText, in_all_languages, spoken
from korpu_gateway.types.words.report import FreezingStatus, ReportStatus

if TYPE_CHECKING:
    from korpu_gateway.reads.connection import Connection
    from korpu_gateway.types.event_paper import EventPaper
    from korpu_gateway.types.report_template import ReportTemplate
    from korpu_gateway.types.unit_report import UnitReport


@part
class ReportFreezing:
    """Figures that were asked for and have not come; where they are refused, why and about which indicators."""

    number: int = at()
    as_of: date = at()
    asked_on: date = at()
    reason: str | None = at()
    status: FreezingStatus = at()
    problem: str | None = at()
    about: list[str] = at()


@part
class FrozenIndicator:
    """An indicator as it was frozen: by which version of its definition, and in how many cells."""

    code: str = at()
    definition_version: int = at()
    cells: int = at()


@part
class ReportFreeze:
    """Figures that never change: as of which day, when and why they were frozen, and in how many cells they differ."""

    number: int = at()
    as_of: date = at()
    frozen_on: date = at()
    published_on: date | None = at()
    sha256: str = at()
    indicators: list[FrozenIndicator] = at()
    files: list[Attachment] = at()
    reason: str | None = at()
    differences: int = at()


def _prepared(state: dict[str, Any]) -> Words:
    return {"sort": spoken(state["title"]), "search": (*in_all_languages(state["title"]), state["code"])}


@aggregate(
    topic="events.reports.v1",
    plural="reports",
    listed="What the office tells of periods, by title; everybody reads what was published.",
    readers={
        OFFICE | COORDINATOR | {"auditor", "rectorate"}: everything,
        SIGNED_IN: having("published_on"),
        EVERYBODY: having("published_on"),
    },
    columns=(
        ordered("starts"),
        ordered("ends"),
        ordered("due"),
        word("published_on"),
        words("units"),
        reference("template_id"),
    ),
    prepared=_prepared,
    filter=ReportFilter,
    order=ReportOrder,
)
class Report(Node):
    """What the office tells of a period."""

    status: ReportStatus = at()
    title: LocalizedText = at()
    summary: LocalizedText | None = at()
    template: "ReportTemplate | None" = one("report_template", "template_id")
    template_edition: int = at()
    starts: date = at()
    ends: date = at()
    due: date = at()
    units: list[str] = at()
    accepted: list[str] = at()
    without: list[str] = at()
    indicators: list[AskedFigure] = at()
    freezing: ReportFreezing | None = at(seen_by=INSIDE)
    freezes: list[ReportFreeze] = at()
    consolidated_on: date | None = at()
    published_on: date | None = at()
    published_freeze: int | None = at()
    reason: str | None = at()
    papers: "Connection[EventPaper]" = many("event_paper", "report_id")
    parts: "Connection[UnitReport]" = many("unit_report", "report_id")
    frozen_figures: list[FrozenFigures] | None = told(
        REPORTS,
        "frozen_figures",
        description="Every freeze with its numbers, as the owner keeps them; outside the office, what was published.",
    )
    year_on_year: list[FigureYearOnYear] | None = told(
        REPORTS, "year_on_year", description="The newest numbers beside those of the report on the period before."
    )
