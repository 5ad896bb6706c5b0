"""What waits for whom about a stay: an offer to confirm, a nomination to answer, the days that should have come."""

from collections.abc import Iterator

from korpu_chassis.commands.task import Task
from korpu_mobility.mobilities.domain.lifecycle import Status
from korpu_mobility.mobilities.tables import Mobility
from korpu_mobility.permissions import COORDINATOR, THE_PERSON


def tasks_of(mobility: Mobility) -> Iterator[Task]:
    """Everything that waits for somebody, as the stay stands."""
    match mobility.status:
        case Status.OFFERED:
            whose = (THE_PERSON, COORDINATOR)
            yield Task(("ConfirmPlace", "DeclinePlace"), due=mobility.offer_until, whose=whose)
        case Status.NOMINATED:
            due = mobility.decision_due or mobility.planned_from
            yield Task(("AcceptNomination", "RejectNomination"), due=due)
        case Status.ACCEPTED:
            yield Task(("AgreeMobility",), due=mobility.planned_from)
        case Status.AGREED:
            first = mobility.planned_from
            yield Task(("RecordArrival", "RecordNoShow"), since=first, due=first)
        case Status.ARRIVED:
            yield Task(("RecordReturn",), since=mobility.planned_to, due=mobility.planned_to)
        case Status.RETURNED | Status.RETURNED_EARLY:
            yield Task(("RecogniseMobility",), since=mobility.actual_to)
        case Status.RECOGNISED:
            yield Task(("CloseMobility",))
