"""How lists of reports are filtered and ordered."""

from datetime import date
from enum import Enum

import strawberry

from korpu_gateway.reads.declared import words
from korpu_gateway.reads.filters import Direction, about, any_of, matching, since, until, within
from korpu_gateway.types.words.report import ReportStatus


@words
class ReportOrderKey(Enum):
    """What reports are ordered by."""

    TITLE = "sort"
    CODE = "code"
    STARTS = "starts"
    ENDS = "ends"
    DUE = "due"
    CHANGED = "changed"


@strawberry.input
class ReportFilter:
    """Which reports."""

    search: str | None = matching()
    status: list[ReportStatus] | None = within("status")
    code: list[str] | None = within("code")
    template: strawberry.ID | None = about("template_id", "report_template")
    units: list[str] | None = any_of("units")
    ends_since: date | None = since("ends")
    ends_until: date | None = until("ends")
    due_since: date | None = since("due")
    due_until: date | None = until("due")


@strawberry.input
class ReportOrder:
    """In which order reports come."""

    by: ReportOrderKey
    direction: Direction = Direction.ASC
