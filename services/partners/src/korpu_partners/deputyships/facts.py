"""What happens to deputyships."""

from korpu_chassis.commands.state import Fact


class DeputyshipNamed(Fact):
    """The head has named somebody for days of absence."""


class DeputyshipBegan(Fact):
    """Its first day has come: the deputy may do from now on what the head may."""


class DeputyshipOver(Fact):
    """Its last day is over."""


class DeputyshipEnded(Fact):
    """It was ended before its last day: the deputy may do no more than before, from this moment on."""
