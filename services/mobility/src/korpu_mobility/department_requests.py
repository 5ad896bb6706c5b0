"""What departments are asked for, whatever it is for: how a request stands, which answer follows, and what is late."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, TypeVar
from uuid import UUID

from pydantic import Field
from uuid_utils.compat import uuid7

from korpu_chassis.clock import end_of_day
from korpu_chassis.persistence.store import Part
from korpu_chassis.refusals import Refusal


class HelpStatus(StrEnum):
    """How a department stands to a request."""

    PENDING = "pending"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    DONE = "done"


class Arrangements(StrEnum):
    """Whether all is arranged that was asked for: the sum of the requests."""

    NOT_ASKED = "not_asked"
    WAITING = "waiting"
    LACKING = "lacking"
    READY = "ready"
    RELEASED = "released"


class AskedHelp(Part):
    """What a department is asked for, by when, and how it stands; each aggregate says which help there is."""

    id: UUID = Field(default_factory=uuid7)
    help: str
    department: str
    due: date
    status: HelpStatus = HelpStatus.PENDING
    answered_on: date | None = None
    reason: Annotated[str | None, Field(description="What was said with the last answer or withdrawal.")] = None
    late: bool = False
    asked_at: datetime
    answer_version: Annotated[int | None, Field(description="Of the newest answer that came on the topic.")] = None


R = TypeVar("R", bound=AskedHelp)
STEPS: dict[HelpStatus, frozenset[HelpStatus]] = {
    HelpStatus.PENDING: frozenset({HelpStatus.ACCEPTED, HelpStatus.REJECTED, HelpStatus.WITHDRAWN, HelpStatus.DONE}),
    HelpStatus.ACCEPTED: frozenset({HelpStatus.DONE, HelpStatus.REJECTED, HelpStatus.WITHDRAWN}),
    HelpStatus.REJECTED: frozenset({HelpStatus.WITHDRAWN}),
    HelpStatus.WITHDRAWN: frozenset(),
    HelpStatus.DONE: frozenset({HelpStatus.WITHDRAWN}),
}
STANDING = (HelpStatus.PENDING, HelpStatus.ACCEPTED, HelpStatus.DONE)


@dataclass(frozen=True)
class HelpRules:
    """The rules of asking and answering, with the refusals of the aggregate that asks."""

    unknown: type[Refusal]
    asked: type[Refusal]
    past: type[Refusal]
    settled: type[Refusal]
    unsaid: type[Refusal]

    def request_of(self, requests: Iterable[R], request_id: UUID) -> R:
        """The request of this id."""
        for request in requests:
            if request.id == request_id:
                return request
        raise self.unknown("request_id")

    def require_askable(self, requests: Iterable[AskedHelp], wanted: str, due: date, today: date) -> None:
        """One thing is asked for once at a time, for a day that lies not behind."""
        if any(each.help == wanted and each.status in STANDING for each in requests):
            raise self.asked("help")
        if due < today:
            raise self.past("due", due=due)

    def answered(
        self,
        requests: Sequence[R],
        request_id: UUID,
        answer: HelpStatus,
        on: date,
        reason: str | None,
        version: int | None = None,
    ) -> tuple[R, ...]:
        """The requests after one of them was answered or withdrawn; a yes may be taken back, and a no says why."""
        request = self.request_of(requests, request_id)
        if answer not in STEPS[request.status]:
            raise self.settled("answer")
        if answer == HelpStatus.REJECTED and reason is None:
            raise self.unsaid("reason")
        given = {"status": answer, "answered_on": on, "reason": reason, "late": False}
        given |= {"answer_version": version} if version else {}
        return tuple(each.model_copy(update=given) if each.id == request_id else each for each in requests)


def overdue(requests: Iterable[R], now: datetime) -> tuple[R, ...]:
    """Requests that nobody had answered when their day ended, and of which nobody has told yet."""
    return tuple(each for each in awaited(requests) if end_of_day(each.due) <= now)


def awaited(requests: Iterable[R]) -> Iterable[R]:
    """Requests that wait for an answer, and of which nobody has told that they are late."""
    return (each for each in requests if each.status == HelpStatus.PENDING and not each.late)


def told_late(requests: Sequence[R], late: Iterable[AskedHelp]) -> tuple[R, ...]:
    """The requests, once it was told that these are late."""
    ids = {each.id for each in late}
    return tuple(each.model_copy(update={"late": True}) if each.id in ids else each for each in requests)


def sum_of(requests: Sequence[AskedHelp]) -> Arrangements:
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
