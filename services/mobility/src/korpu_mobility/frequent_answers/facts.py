"""What happens to published answers."""

from korpu_chassis.commands.state import Fact


class FrequentAnswerDrafted(Fact):
    """A question that is asked often was written down with its answer."""


class FrequentAnswerChanged(Fact):
    """It says something else from now on; translations that do not follow are outdated."""

    outdated: tuple[str, ...]


class FrequentAnswerPublished(Fact):
    """Everybody reads it."""


class FrequentAnswerWithdrawn(Fact):
    """Nobody outside reads it any more."""
