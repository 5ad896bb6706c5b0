"""What happened, as messages tell it."""

from datetime import date

from korpu_chassis.commands.state import Fact


class ActionPointOpened(Fact):
    """Somebody has committed to something by a day."""


class ActionPointChanged(Fact):
    """The commitment was given to others, or for another day."""

    reason: str


class ActionPointDone(Fact):
    """The owner says that it is done."""

    on: date


class ActionPointVerified(Fact):
    """Somebody else has seen that it is done."""

    on: date


class ActionPointReturned(Fact):
    """It is not done yet, after all."""

    reason: str


class ActionPointOverdue(Fact):
    """The due day has passed and it is not done; these are told."""

    tell: tuple[str, ...]
