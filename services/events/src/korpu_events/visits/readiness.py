"""What a visit asks of departments: how each stands, what is late, and whether all is ready."""

from __future__ import annotations

from typing import TYPE_CHECKING

from korpu_chassis.clock import end_of_day
from korpu_chassis.refusals import Refusal

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime
    from uuid import UUID

    from korpu_events.visits.parts import DepartmentRequest

STEPS: dict[str, frozenset[str]] = {
    "pending": frozenset({"accepted", "rejected", "withdrawn", "done"}),
    "accepted": frozenset({"done", "withdrawn"}),
    "rejected": frozenset({"withdrawn"}),
    "withdrawn": frozenset(),
    "done": frozenset(),
}
OPEN = frozenset({"pending", "accepted"})
UNMET = frozenset({"pending", "rejected"})


class UnknownRequest(Refusal):
    """The visit has made no such request."""

    code = "request-unknown"
    status = 404
    text = {
        "az": "Səfərin belə sorğusu yoxdur.",
        "en": "The visit has made no such request.",
        "ru": "У визита нет такого запроса.",
    }


class RequestSettled(Refusal):
    """An answer follows the present standing of a request."""

    code = "request-settled"
    text = {
        "az": "Sorğunun vəziyyəti «{status}»: ona «{answer}» cavabı verilə bilməz.",
        "en": "The request is {status}: it cannot become {answer}.",
        "ru": "Запрос в состоянии «{status}»: ответ «{answer}» невозможен.",
    }


class NotTheirs(Refusal):
    """A department answers what it was asked."""

    code = "request-not-theirs"
    text = {
        "az": "Sorğu başqa şöbəyə ünvanlanıb.",
        "en": "The request was made to another department.",
        "ru": "Запрос адресован другому отделу.",
    }


class DueOutOfReach(Refusal):
    """Help is due between today and the end of the visit."""

    code = "request-due-out-of-reach"
    status = 422
    text = {
        "az": "İcra tarixi bu gün ilə səfərin sonu ({ends}) arasında olmalıdır.",
        "en": "The due date must lie between today and the end of the visit ({ends}).",
        "ru": "Срок должен быть между сегодня и концом визита ({ends}).",
    }


class NotReady(Refusal):
    """A visit is confirmed when every department has said yes and there is a programme."""

    code = "visit-not-ready"
    text = {
        "az": "Səfər hazır deyil: {waiting}. Gözləyin və ya nəyə baxmayaraq təsdiqlədiyinizi yazın.",
        "en": "The visit is not ready: {waiting}. Wait, or say despite what reason you confirm it.",
        "ru": "Визит не готов: {waiting}. Подождите или укажите, почему подтверждаете.",
    }


def request_of(requests: Sequence[DepartmentRequest], request_id: UUID) -> DepartmentRequest:
    """The request of this id."""
    for request in requests:
        if request.id == request_id:
            return request
    raise UnknownRequest("request_id")


def due_in_reach(due: date, today: date, ends: date) -> None:
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
