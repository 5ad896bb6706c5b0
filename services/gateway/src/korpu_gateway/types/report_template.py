"""Templates of reports as the portal sees them: which figures, and which questions to units."""

from typing import TYPE_CHECKING, Any

from korpu_gateway.reads.declared import aggregate, part
from korpu_gateway.reads.fields import at
from korpu_gateway.reads.kinds import Words
from korpu_gateway.reads.permissions import COORDINATOR, OFFICE, everything
from korpu_gateway.reads.relations import many
from korpu_gateway.types.lists.report_template import ReportTemplateFilter, ReportTemplateOrder
from korpu_gateway.types.nodes import Node
from korpu_gateway.types.values import LocalizedText, in_all_languages, spoken
from korpu_gateway.types.words.report import ReportTemplateStatus

if TYPE_CHECKING:
    from korpu_gateway.reads.connection import Connection
    from korpu_gateway.types.report import Report


@part
class Narrowing:
    """A dimension of which only some codes are counted."""

    dimension: str = at()
    codes: list[str] = at()


@part
class AskedFigure:
    """An indicator, the dimensions by which it is broken down, and what of it is counted."""

    code: str = at()
    by: list[str] = at()
    only: list[Narrowing] = at()


@part
class ReportQuestion:
    """What a unit is asked to tell in its own words."""

    id: str = at()
    words: LocalizedText = at()
    required: bool = at()


def _prepared(state: dict[str, Any]) -> Words:
    return {"sort": spoken(state["title"]), "search": (*in_all_languages(state["title"]), state["code"])}


@aggregate(
    topic="events.report-templates.v1",
    plural="report_templates",
    listed="Templates of reports, by title.",
    readers={OFFICE | COORDINATOR | {"auditor", "rectorate"}: everything},
    prepared=_prepared,
    filter=ReportTemplateFilter,
    order=ReportTemplateOrder,
)
class ReportTemplate(Node):
    """Which figures a period is accounted for by, and what units are asked; each change is an edition."""

    status: ReportTemplateStatus = at()
    title: LocalizedText = at()
    edition: int = at()
    indicators: list[AskedFigure] = at()
    questions: list[ReportQuestion] = at()
    reason: str | None = at()
    reports: "Connection[Report]" = many("report", "template_id")
