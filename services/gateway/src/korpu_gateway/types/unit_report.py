"""Units' parts of reports as the portal sees them: what a unit was asked, and what it says."""

from datetime import date
from typing import TYPE_CHECKING, Any

from korpu_gateway.readmodel.columns import ordered, reference, yes_no
from korpu_gateway.reads.declared import aggregate, part
from korpu_gateway.reads.fields import at
from korpu_gateway.reads.kinds import Words
from korpu_gateway.reads.permissions import COORDINATOR, OFFICE, everything, of_unit
from korpu_gateway.reads.relations import one
from korpu_gateway.types.lists.unit_report import UnitReportFilter, UnitReportOrder
from korpu_gateway.types.nodes import Node
from korpu_gateway.types.words.report import UnitReportStatus

if TYPE_CHECKING:
    from korpu_gateway.types.report import Report
    from korpu_gateway.types.report_template import ReportTemplate


@part
class QuestionWords:
    """The words of a question as the unit was asked it."""

    az: str | None = at()
    en: str | None = at()
    ru: str | None = at()
    de: str | None = at()
    fr: str | None = at()


@part
class AskedQuestion:
    """A question as the unit was asked it; the template may word it otherwise since."""

    id: str = at()
    words: QuestionWords = at()
    required: bool = at()


@part
class ReportAnswer:
    """What a unit says to a question."""

    question: str = at()
    text: str = at()


def _prepared(state: dict[str, Any]) -> Words:
    unit = state["unit"] or ""
    return {"sort": unit, "search": (unit, state["code"])}


@aggregate(
    topic="events.unit-reports.v1",
    plural="unit_reports",
    listed="Units' parts of reports, by unit; a coordinator reads those of the own units.",
    readers={OFFICE | {"auditor", "rectorate"}: everything, COORDINATOR: of_unit()},
    columns=(
        ordered("ends"),
        ordered("due"),
        yes_no("overdue"),
        yes_no("unchanged"),
        reference("report_id"),
    ),
    prepared=_prepared,
    filter=UnitReportFilter,
    order=UnitReportOrder,
    came_of=("report_id",),
)
class UnitReport(Node):
    """What a unit tells of a period."""

    status: UnitReportStatus = at()
    report: "Report | None" = one("report", "report_id")
    template: "ReportTemplate | None" = one("report_template", "template_id")
    starts: date = at()
    ends: date = at()
    due: date = at()
    overdue: bool = at()
    questions: list[AskedQuestion] = at()
    answers: list[ReportAnswer] = at()
    earlier: "UnitReport | None" = one("unit_report", "earlier_id")
    unchanged: bool = at()
    submitted_on: date | None = at()
    submitted_by: str | None = at()
    accepted_on: date | None = at()
    reason: str | None = at()
