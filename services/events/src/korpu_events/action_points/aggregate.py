"""The definition of action points: who reads them, what they are by the calendar, and when the clock speaks."""

from collections.abc import Sequence
from datetime import date, timedelta

from korpu_chassis.clock import start_of_day
from korpu_chassis.commands.aggregate import AggregateDefinition
from korpu_chassis.commands.translation import translates
from korpu_chassis.deadlines import Deadline
from korpu_documents.attaching import takes_files
from korpu_events.action_points.domain.lifecycle import UNDONE, ActionPointStatus, status_on
from korpu_events.action_points.state import ActionPointState
from korpu_events.action_points.tables import ActionPoint
from korpu_events.action_points.tasks import tasks_of
from korpu_events.files import files
from korpu_events.permissions import AUDITOR, COORDINATOR, HEAD, OFFICER, RECTORATE, STAFF


def deadlines_of(point: ActionPoint) -> Sequence[Deadline]:
    """A commitment is overdue when the day after its due day begins."""
    if point.status not in UNDONE:
        return []
    return [Deadline(start_of_day(point.due + timedelta(days=1)), "overdue")]


def status_of(point: ActionPoint, today: date) -> str:
    """What the facts and the calendar make of it."""
    return status_on(point.done_on, point.verified_on, point.due, today)


action_points = AggregateDefinition(
    ActionPoint,
    state=ActionPointState,
    topic="events.action-points.v1",
    status=status_of,
    readers=[
        OFFICER,
        HEAD,
        RECTORATE,
        AUDITOR,
        COORDINATOR.of("unit"),
        STAFF.own("owner_id"),
        STAFF.own("verifier_id"),
    ],
    deadlines=deadlines_of,
    tasks=tasks_of,
)


translates(action_points, [OFFICER, HEAD], title="title")
takes_files(
    action_points,
    files,
    attach=[OFFICER, HEAD, COORDINATOR.of("unit"), STAFF.own("owner_id")],
    remove=[OFFICER, HEAD, STAFF.own("owner_id")],
    when=[*UNDONE, ActionPointStatus.DONE],
)
