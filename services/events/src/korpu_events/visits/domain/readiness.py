"""What a visit asks of departments: how each stands, what is late, and whether all is ready."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from korpu_chassis.clock import end_of_day
from korpu_events.visits.parts import DepartmentRequest
from korpu_events.visits.refusals.requests import DueOutOfReach, RequestSettled, UnknownRequest

STEPS: dict[str, frozenset[str]] = {
    "pending": frozenset({"accepted", "rejected", "withdrawn", "done"}),
    "accepted": frozenset({"done", "withdrawn"}),
    "rejected": frozenset({"withdrawn"}),
    "withdrawn": frozenset(),
    "done": frozenset(),
}


OPEN = frozenset({"pending", "accepted"})


UNMET = frozenset({"pending", "rejected"})


def request_of(requests: Sequence[DepartmentRequest], request_id: UUID) -> DepartmentRequest:
    """The request of this id."""
    for request in requests:
        if request.id == request_id:
            return request
    raise UnknownRequest("request_id")


def require_due_in_reach(due: date, today: date, ends: date) -> None:
    """A due date lies between today and the end of the visit."""
    if not today <= due <= ends:
        raise DueOutOfReach("due", ends=ends.isoformat())


def answered(
    requests: Sequence[DepartmentRequest], request_id: UUID, answer: str, on: date
) -> tuple[DepartmentRequest, ...]:
    """The requests after one of them was answered or withdrawn."""
    request = request_of(requests, request_id)
    if answer not in STEPS[request.status]:
        raise RequestSettled("answer", status=request.status.value, answer=answer)
    settled = request.model_copy(update={"status": type(request.status)(answer), "answered_on": on, "late": False})
    return tuple(settled if each.id == request_id else each for each in requests)


def asked_again(requests: Sequence[DepartmentRequest], days: dict[UUID, date]) -> tuple[DepartmentRequest, ...]:
    """The requests after the visit has moved: an earlier yes was for other days, so open ones are asked again."""
    return tuple(
        each.model_copy(
            update={"status": type(each.status)("pending"), "due": days[each.id], "late": False, "answered_on": None}
        )
        if each.status in OPEN
        else each
        for each in requests
    )


def overdue(requests: Sequence[DepartmentRequest], now: datetime) -> tuple[DepartmentRequest, ...]:
    """Requests that nobody had answered when their day ended, and of which nobody has told yet."""
    return tuple(
        each for each in requests if each.status == "pending" and not each.late and end_of_day(each.due) <= now
    )


def lacking(requests: Sequence[DepartmentRequest], *, programme: bool, members: bool) -> list[str]:
    """What stands between a visit and its confirmation, in the order of its due dates."""
    waiting = [
        f"{each.department}: {each.status} ({each.due.isoformat()})"
        for each in sorted(requests, key=lambda each: (each.due, each.department))
        if each.status in UNMET
    ]
    return [*([] if programme else ["programme"]), *([] if members else ["members"]), *waiting]
