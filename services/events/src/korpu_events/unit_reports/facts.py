"""What happens to a unit's part of a report."""

from datetime import date
from uuid import UUID

from korpu_chassis.commands.state import Fact


class UnitReportRequested(Fact):
    """A unit is asked for its part."""


class UnitReportWritten(Fact):
    """The unit has said something."""

    answered: int


class UnitReportConfirmed(Fact):
    """Nothing has changed at the unit since its earlier part, and this one is handed in."""

    earlier_id: UUID


class UnitReportSubmitted(Fact):
    """The unit hands its part in."""


class UnitReportReturned(Fact):
    """Something of it is to be mended."""

    reason: str


class UnitReportAccepted(Fact):
    """The office takes it into the report."""


class UnitReportExtended(Fact):
    """The unit has more time."""

    due: date
    reason: str


class UnitReportReminded(Fact):
    """So many days are left; these are told."""

    days: int
    due: date
    tell: tuple[str, ...]


class UnitReportOverdue(Fact):
    """It is late by so many days; these are told."""

    days: int
    due: date
    tell: tuple[str, ...]


class UnitReportWithdrawn(Fact):
    """Nobody asks for it any more."""

    reason: str
