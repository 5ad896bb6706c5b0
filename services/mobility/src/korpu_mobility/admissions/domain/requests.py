"""What departments are asked for: how each request stands, what is late, and whether all is arranged."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from uuid import UUID

from korpu_chassis.clock import end_of_day
from korpu_mobility.admissions.parts import Arrangements, Help, HelpDepartment, HelpRequest, HelpStatus
from korpu_mobility.admissions.refusals.requests import (
    ArrangementAsked,
    ArrangementDuePast,
    ArrangementNoWithoutReason,
    ArrangementSettled,
    ArrangementUnknown,
)

GIVES = {
    Help.BED: HelpDepartment.DORMITORY,
    Help.INSURANCE: HelpDepartment.FINANCE,
    Help.PAYMENT_PLAN: HelpDepartment.FINANCE,
    Help.REGISTRATION: HelpDepartment.MIGRATION_LIAISON,
}
STEPS: dict[HelpStatus, frozenset[HelpStatus]] = {
    HelpStatus.PENDING: frozenset({HelpStatus.ACCEPTED, HelpStatus.REJECTED, HelpStatus.WITHDRAWN, HelpStatus.DONE}),
    HelpStatus.ACCEPTED: frozenset({HelpStatus.DONE, HelpStatus.REJECTED, HelpStatus.WITHDRAWN}),
    HelpStatus.REJECTED: frozenset({HelpStatus.WITHDRAWN}),
    HelpStatus.WITHDRAWN: frozenset(),
    HelpStatus.DONE: frozenset({HelpStatus.WITHDRAWN}),
}
STANDING = (HelpStatus.PENDING, HelpStatus.ACCEPTED, HelpStatus.DONE)


def request_of(requests: Iterable[HelpRequest], request_id: UUID) -> HelpRequest:
    """The request of this id."""
    for request in requests:
        if request.id == request_id:
            return request
    raise ArrangementUnknown("request_id")


def require_askable(requests: Iterable[HelpRequest], wanted: Help, due: date, today: date) -> None:
    """One thing is asked for once at a time, for a day that lies not behind."""
    if any(each.help == wanted and each.status in STANDING for each in requests):
        raise ArrangementAsked("help")
    if due < today:
        raise ArrangementDuePast("due", due=due)


def answered(
    requests: Sequence[HelpRequest],
    request_id: UUID,
    answer: HelpStatus,
    on: date,
    reason: str | None,
    version: int | None = None,
) -> tuple[HelpRequest, ...]:
    """The requests after one of them was answered or withdrawn; a yes may be taken back, and a no says why."""
    request = request_of(requests, request_id)
    if answer not in STEPS[request.status]:
        raise ArrangementSettled("answer")
    if answer == HelpStatus.REJECTED and reason is None:
        raise ArrangementNoWithoutReason("reason")
    given = {"status": answer, "answered_on": on, "reason": reason, "late": False}
    given |= {"answer_version": version} if version else {}
    return tuple(each.model_copy(update=given) if each.id == request_id else each for each in requests)


def overdue(requests: Iterable[HelpRequest], now: datetime) -> tuple[HelpRequest, ...]:
    """Requests that nobody had answered when their day ended, and of which nobody has told yet."""
    late = (each for each in requests if each.status == HelpStatus.PENDING and not each.late)
    return tuple(each for each in late if end_of_day(each.due) <= now)


def sum_of(requests: Sequence[HelpRequest]) -> Arrangements:
    """How far the arrangements are: a no that nobody has taken back counts more than what is still open."""
    if not requests:
        return Arrangements.NOT_ASKED
    latest = {each.help: each.status for each in requests}
    standing = {status for status in latest.values() if status != HelpStatus.WITHDRAWN}
    if not standing:
        return Arrangements.RELEASED
    if HelpStatus.REJECTED in standing:
        return Arrangements.LACKING
    return Arrangements.WAITING if HelpStatus.PENDING in standing else Arrangements.READY
