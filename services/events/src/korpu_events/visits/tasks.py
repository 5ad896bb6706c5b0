"""What waits for whom about a visit: the decision, the plan, departments' answers, its end, and what follows."""

from collections.abc import Iterator

from korpu_chassis.commands.task import Task
from korpu_events.visits.domain.lifecycle import SEQUEL_WITHIN, VisitStatus
from korpu_events.visits.tables import Visit


def tasks_of(visit: Visit) -> Iterator[Task]:
    """Everything that waits for somebody, as the visit stands; once planned, for who is responsible."""
    responsible = visit.responsible_id
    match visit.status:
        case VisitStatus.REQUESTED:
            yield Task(("BeginScreening",), due=visit.starts)
        case VisitStatus.SCREENING:
            decided = ("ApproveVisit", "DeclineVisit") if visit.checks else ("RecordCheck",)
            yield Task(decided, due=visit.starts)
        case VisitStatus.APPROVED:
            yield Task(("PlanVisit",), due=visit.starts)
        case VisitStatus.PLANNING:
            yield Task(("ConfirmVisit",), due=visit.starts, person=responsible)
        case VisitStatus.POSTPONED:
            yield Task(("RescheduleVisit", "CancelVisit"), person=responsible)
        case VisitStatus.CONFIRMED:
            yield Task(("StartVisit",), since=visit.starts, due=visit.starts, person=responsible)
        case VisitStatus.IN_PROGRESS:
            yield Task(("CompleteVisit",), since=visit.ends, due=visit.ends, person=responsible)
    yield from _answers(visit)
    yield from _afterwards(visit)


def _answers(visit: Visit) -> Iterator[Task]:
    for request in visit.requests:
        if request.status == "pending":
            yield Task(("RecordAnswer",), due=request.due, person=visit.responsible_id, part=str(request.id))


def _afterwards(visit: Visit) -> Iterator[Task]:
    """What follows is said, the report is handed in, and the file is closed."""
    responsible = visit.responsible_id
    if visit.status == VisitStatus.COMPLETED:
        yield Task(("ReportVisit",), since=visit.completed_on, due=visit.report_due, person=responsible)
    if visit.status in {VisitStatus.COMPLETED, VisitStatus.REPORTED} and visit.follow_up is None:
        yield Task(("DeclareNoFollowUp",), since=visit.completed_on, due=visit.report_due, person=responsible)
    elif visit.status == VisitStatus.REPORTED:
        yield Task(("CloseVisit",), person=responsible)
    if visit.sequel_asked_on and visit.sequel is None:
        asked = visit.sequel_asked_on
        yield Task(("RecordSequel",), since=asked, due=asked + SEQUEL_WITHIN, person=responsible)
