"""How lists of templates of reports are filtered and ordered."""

from enum import Enum

import strawberry

from korpu_gateway.reads.declared import words
from korpu_gateway.reads.filters import Direction, matching, within
from korpu_gateway.types.words.report import ReportTemplateStatus


@words
class ReportTemplateOrderKey(Enum):
    """What templates of reports are ordered by."""

    TITLE = "sort"
    CODE = "code"
    CHANGED = "changed"


@strawberry.input
class ReportTemplateFilter:
    """Which templates of reports."""

    search: str | None = matching()
    status: list[ReportTemplateStatus] | None = within("status")
    code: list[str] | None = within("code")


@strawberry.input
class ReportTemplateOrder:
    """In which order templates of reports come."""

    by: ReportTemplateOrderKey
    direction: Direction = Direction.ASC
