"""A report as messages carry it: which figures were frozen; their cells the owner tells."""

from datetime import date
from uuid import UUID

from korpu_chassis.commands.state import State
from korpu_chassis.i18n.text import LocalizedText
from korpu_events.report_templates.interface import AskedFigure
from korpu_events.reports.domain.lifecycle import ReportStatus
from korpu_events.reports.parts import Freezing, Frozen


class ReportState(State):
    """The public state of a report."""

    status: ReportStatus
    title: LocalizedText
    summary: LocalizedText | None
    template_id: UUID
    template_edition: int
    starts: date
    ends: date
    due: date
    units: tuple[str, ...]
    accepted: tuple[str, ...]
    without: tuple[str, ...]
    indicators: tuple[AskedFigure, ...]
    freezing: Freezing | None
    freezes: tuple[Frozen, ...]
    consolidated_on: date | None
    published_on: date | None
    published_freeze: int | None
    reason: str | None
