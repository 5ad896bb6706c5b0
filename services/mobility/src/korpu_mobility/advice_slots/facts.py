"""What happens to appointments."""

from korpu_chassis.commands.state import Fact


class AdviceSlotOffered(Fact):
    """Somebody of the office has time for advice."""


class AdviceSlotBooked(Fact):
    """Somebody comes."""


class AdviceSlotReleased(Fact):
    """Whoever wanted to come does not; it is free for others."""


class AdviceSlotCancelled(Fact):
    """It does not take place."""


class AdviceSlotHeld(Fact):
    """Its time is over, and somebody had booked it."""


class AdviceSlotExpired(Fact):
    """Its time has come, and nobody had booked it."""
