"""The life of a report: when a period can be accounted for, and when there is something to publish."""

from collections.abc import Collection, Sequence
from datetime import date
from enum import StrEnum
from typing import Protocol

from korpu_events.reports.parts import Freezing, FreezingStatus, Frozen
from korpu_events.reports.refusals import (
    FiguresNotFrozen,
    FiguresRefused,
    FreezingDayOutOfReach,
    NothingToPublish,
    ReportPeriodEmpty,
    UnitAskedTwice,
)


class ReportStatus(StrEnum):
    """Where a report stands between the request to units and the public."""

    REQUESTED = "requested"
    CONSOLIDATED = "consolidated"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


UNPUBLISHED = (ReportStatus.REQUESTED, ReportStatus.CONSOLIDATED)


class Publishable(Protocol):
    """How the figures of a report stand."""

    freezing: Freezing | None
    freezes: tuple[Frozen, ...]
    published_freeze: int | None


def require_period(starts: date, ends: date) -> None:
    """A period has days."""
    if ends < starts:
        raise ReportPeriodEmpty("ends")


def require_each_once(units: Sequence[str]) -> None:
    """Each unit has one part."""
    for place, unit in enumerate(units):
        if unit in units[:place]:
            raise UnitAskedTwice(f"units.{place}")


def require_known_day(as_of: date, ends: date, today: date) -> None:
    """Figures are frozen as they were known on a day that has come, and by which the period was over."""
    if not ends <= as_of <= today:
        raise FreezingDayOutOfReach("as_of", first=ends, last=today)


def require_publishable(report: Publishable) -> None:
    """Its newest figures are frozen, and not published yet."""
    if report.freezing:
        raise FiguresRefused if report.freezing.status == FreezingStatus.REFUSED else FiguresNotFrozen
    if not report.freezes or report.freezes[-1].number == report.published_freeze:
        raise NothingToPublish


def missing(units: Sequence[str], settled: Collection[str]) -> list[str]:
    """The units whose part is neither accepted nor left out."""
    return [unit for unit in units if unit not in settled]
