"""What happens to templates of reports."""

from korpu_chassis.commands.state import Fact


class ReportTemplateAdded(Fact):
    """Reports can be requested by it."""


class ReportTemplateChanged(Fact):
    """It asks for something else from now on; reports that were requested keep what they were asked for."""

    edition: int
    reason: str


class ReportTemplateRetired(Fact):
    """No report is requested by it any more."""

    reason: str
