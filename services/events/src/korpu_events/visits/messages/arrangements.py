"""What is said of the surroundings of a visit."""

from korpu_chassis.commands.state import Fact


class VisitTransportArranged(Fact):
    """How the delegation comes and goes was arranged."""


class VisitLodgingArranged(Fact):
    """Where the delegation sleeps was arranged."""


class VisitBudgetSet(Fact):
    """What the visit costs, and who pays, was set."""


class VisitGiftRecorded(Fact):
    """A gift was given or received."""

    received: bool


class VisitBriefed(Fact):
    """The briefing for our side was written."""


class VisitPressPlanned(Fact):
    """What the press may do was planned; `consent` says whether the guests agreed to it."""

    consent: bool
