"""What happens to kept texts."""

from korpu_chassis.commands.state import Fact


class AnswerTemplateWritten(Fact):
    """A text was written from which answers are made."""


class AnswerTemplateChanged(Fact):
    """It says something else from now on; translations that do not follow are outdated."""

    outdated: tuple[str, ...]


class AnswerTemplateRetired(Fact):
    """No answer is made from it any more."""


class AnswerTemplateRestored(Fact):
    """Answers are made from it again."""
