"""How lists of units' parts of reports are filtered and ordered."""

from datetime import date
from enum import Enum

import strawberry

from korpu_gateway.reads.declared import words
from korpu_gateway.reads.filters import Direction, about, exactly, matching, since, until, within
from korpu_gateway.types.words.report import UnitReportStatus


@words
class UnitReportOrderKey(Enum):
    """What units' parts of reports are ordered by."""

    UNIT = "sort"
    CODE = "code"
    ENDS = "ends"
    DUE = "due"
    CHANGED = "changed"


@strawberry.input
class UnitReportFilter:
    """Which parts of reports."""

    search: str | None = matching()
    status: list[UnitReportStatus] | None = within("status")
    code: list[str] | None = within("code")
    unit: list[str] | None = within("unit")
    report: strawberry.ID | None = about("report_id", "report")
    overdue: bool | None = exactly("overdue")
    unchanged: bool | None = exactly("unchanged")
    ends_since: date | None = since("ends")
    ends_until: date | None = until("ends")
    due_since: date | None = since("due")
    due_until: date | None = until("due")


@strawberry.input
class UnitReportOrder:
    """In which order parts of reports come."""

    by: UnitReportOrderKey
    direction: Direction = Direction.ASC
