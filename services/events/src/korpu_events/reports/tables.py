"""Where reports are kept, and what was frozen of them."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Index, LargeBinary, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from korpu_chassis.database.grants import APPEND, GRANTS
from korpu_chassis.i18n.text import LocalizedText
from korpu_chassis.persistence.store import Aggregate, part, parts
from korpu_events.report_templates.interface import AskedFigure
from korpu_events.reports.parts import Freezing, Frozen
from korpu_events.tables import Table

ONE_A_PERIOD = "report_one_a_period"


class Report(Aggregate, Table, table=True):
    """What the office tells of a period."""

    __tablename__ = "report"
    __table_args__ = (
        Index(
            ONE_A_PERIOD, "template_id", "starts", "ends", unique=True, postgresql_where=text("status <> 'withdrawn'")
        ),
    )

    title: LocalizedText = part(LocalizedText, nullable=False)
    summary: LocalizedText | None = part(LocalizedText | None)
    template_id: UUID = Field(index=True)
    template_edition: int
    starts: date
    ends: date
    due: date
    units: tuple[str, ...] = parts(str)
    accepted: tuple[str, ...] = parts(str)
    without: tuple[str, ...] = parts(str)
    indicators: tuple[AskedFigure, ...] = parts(AskedFigure)
    freezing: Freezing | None = part(Freezing | None)
    freezes: tuple[Frozen, ...] = parts(Frozen)
    asked: int = 0
    asked_by: str | None = None
    consolidated_on: date | None = None
    published_on: date | None = None
    published_freeze: int | None = None
    reason: str | None = None


class ReportFigures(Table, table=True):
    """Figures as they were frozen; a row is written once and never changed.

    What was counted for each cell is packed, because nobody looks for it but by the cell.
    """

    __tablename__ = "report_figures"
    __table_args__ = {"info": {GRANTS: APPEND}}

    report_id: UUID = Field(primary_key=True)
    number: int = Field(primary_key=True)
    sha256: str
    figures: list[dict[str, Any]] = Field(sa_type=JSONB, nullable=False)
    differences: list[dict[str, Any]] = Field(sa_type=JSONB, nullable=False)
    rows: bytes = Field(sa_type=LargeBinary, nullable=False)
