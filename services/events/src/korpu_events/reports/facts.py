"""What happens to reports."""

from datetime import date

from korpu_chassis.commands.state import Fact


class ReportRequested(Fact):
    """Units are asked for their part of it."""


class ReportPartAccepted(Fact):
    """The part of a unit is whole."""

    unit: str


class ReportPartReturned(Fact):
    """The part of a unit is not whole after all."""

    unit: str


class ReportConsolidated(Fact):
    """The parts are put together, and figures are asked for as of a day."""

    as_of: date
    without: tuple[str, ...]
    reason: str | None


class ReportFrozen(Fact):
    """Its figures are there and never change."""

    number: int
    sha256: str
    differences: int


class ReportFiguresRefused(Fact):
    """Its figures cannot be computed; these are told."""

    problem: str
    about: tuple[str, ...]
    tell: tuple[str, ...]


class ReportReopened(Fact):
    """It was consolidated too early."""

    reason: str


class ReportPublished(Fact):
    """Everybody can read it, with these of its frozen figures."""

    number: int


class ReportRestatementBegan(Fact):
    """What was published was not so: its figures are computed anew as of a day."""

    as_of: date
    reason: str


class ReportWithdrawn(Fact):
    """Nobody accounts for this period by it."""

    reason: str
