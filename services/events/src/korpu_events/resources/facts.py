"""What happened, as messages tell it."""

from korpu_chassis.commands.state import Fact


class ResourceAdded(Fact):
    """A room or a car came onto the list."""


class ResourceRenamed(Fact):
    """It is called otherwise now; its former name still means it."""

    former: str


class ResourceChanged(Fact):
    """Its capacity, its place or its other spellings were corrected."""


class ResourceRetired(Fact):
    """Nobody books it any more; what is booked stays."""

    reason: str


class ResourceRestored(Fact):
    """It may be booked again."""
