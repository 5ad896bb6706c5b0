"""What waits for whom about a unit's part: that the unit writes it, and that the office looks at it."""

from collections.abc import Iterator

from korpu_chassis.commands.task import Task
from korpu_events.unit_reports.domain.lifecycle import WITH_THE_UNIT, UnitReportStatus
from korpu_events.unit_reports.tables import UnitReport


def tasks_of(part: UnitReport) -> Iterator[Task]:
    """Everything that waits for somebody, as the part stands; of a late one the office besides."""
    match part.status:
        case UnitReportStatus.REQUESTED:
            yield Task(("WriteUnitReport", "ConfirmUnitReport"), due=part.due)
        case UnitReportStatus.RETURNED:
            yield Task(("WriteUnitReport",), due=part.due)
        case UnitReportStatus.DRAFT:
            yield Task(("SubmitUnitReport", "WriteUnitReport"), due=part.due)
        case UnitReportStatus.SUBMITTED:
            yield Task(("AcceptUnitReport", "ReturnUnitReport"), since=part.submitted_on)
    if part.overdue and part.status in WITH_THE_UNIT:
        yield Task(("ExtendUnitReport",), since=part.due, due=part.due)
