"""What happens to selections, as messages tell it."""

from korpu_chassis.commands.state import Fact


class SelectionConvened(Fact):
    """A committee will compare those who apply."""


class SelectionCommitteeChanged(Fact):
    """Others sit on the committee, or its quorum is another."""


class SelectionSeatsSet(Fact):
    """The office has set how many places there are."""


class SelectionScoringOpened(Fact):
    """The committee scores, each member alone."""


class SelectionRanked(Fact):
    """The scoring is over, and everybody has a rank."""


class SelectionScoringReopened(Fact):
    """The ranking is void, and whatever was given by it; the committee scores again. The state says why."""


class SelectionAllocated(Fact):
    """The places are given, each with its reason."""

    selected: int
    waitlisted: int
    rejected: int


class SelectionOffered(Fact):
    """Whoever was selected is asked to confirm."""

    offers: int


class SelectionClosed(Fact):
    """Every offer was answered; nobody waits any more."""
