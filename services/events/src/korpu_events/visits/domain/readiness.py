"""What a visit asks of departments: how each stands, what is late, and whether all is ready."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from uuid import UUID

from korpu_chassis.clock import end_of_day
from korpu_events.visits.domain.vocabulary import RequestStatus
from korpu_events.visits.parts import DepartmentRequest
from korpu_events.visits.refusals.requests import (
    AskedAgainSince,
    DueOutOfReach,
    RejectionWithoutReason,
    RequestSettled,
    UnknownRequest,
)

STEPS: dict[str, frozenset[str]] = {
    "pending": frozenset({"accepted", "rejected", "withdrawn", "done"}),
    "accepted": frozenset({"done", "rejected", "withdrawn"}),
    "rejected": frozenset({"withdrawn"}),
    "withdrawn": frozenset(),
    "done": frozenset({"withdrawn"}),
}


OPEN = frozenset({"pending", "accepted"})


STANDING = OPEN | {"done"}


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
    requests: Sequence[DepartmentRequest], request_id: UUID, answer: str, on: date, reason: str | None = None
) -> tuple[DepartmentRequest, ...]:
    """The requests after one of them was answered or withdrawn; a yes may be taken back, and a no says why."""
    request = request_of(requests, request_id)
    if answer not in STEPS[request.status]:
        raise RequestSettled("answer", status=request.status.value, answer=answer)
    if answer == RequestStatus.REJECTED and reason is None:
        raise RejectionWithoutReason("reason")
    given = {"status": RequestStatus(answer), "answered_on": on, "late": False, "reason": reason}
    return tuple(each.model_copy(update=given) if each.id == request_id else each for each in requests)


def require_current(request: DepartmentRequest, revision: int | None, said_at: datetime) -> None:
    """An answer is to what is asked now: it names the revision, or was given after it was asked again."""
    early = request.revision > 1 and request.asked_at is not None and said_at < request.asked_at
    if early if revision is None else revision != request.revision:
        raise AskedAgainSince(revision=request.revision)


def _once_more(request: DepartmentRequest, due: date, now: datetime) -> DepartmentRequest:
    unanswered = {"status": RequestStatus.PENDING, "late": False, "answered_on": None, "reason": None}
    return request.model_copy(update={**unanswered, "due": due, "revision": request.revision + 1, "asked_at": now})


def asked_again(
    requests: Sequence[DepartmentRequest], days: dict[UUID, date], now: datetime
) -> tuple[DepartmentRequest, ...]:
    """The requests after the visit has moved: every answer was for other days, what is done and a no as well."""
    return tuple(
        each if each.status == RequestStatus.WITHDRAWN else _once_more(each, days[each.id], now) for each in requests
    )


def recounted(
    requests: Sequence[DepartmentRequest], people: int, today: date, now: datetime
) -> tuple[DepartmentRequest, ...]:
    """The requests after the delegation has another number: a yes holds for fewer people, and not for more."""

    def counted(each: DepartmentRequest) -> DepartmentRequest:
        if each.status not in STANDING or each.people == people:
            return each
        more = each.people is not None and people > each.people
        return (_once_more(each, max(each.due, today), now) if more else each).model_copy(update={"people": people})

    return tuple(counted(each) for each in requests)


def released(
    requests: Sequence[DepartmentRequest], standing: Collection[str], on: date, reason: str
) -> tuple[DepartmentRequest, ...]:
    """The requests after the visit needs no help any more: whoever has something in hand may let it go."""
    given = {"status": RequestStatus.WITHDRAWN, "answered_on": on, "late": False, "reason": reason}
    return tuple(each.model_copy(update=given) if each.status in standing else each for each in requests)


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
