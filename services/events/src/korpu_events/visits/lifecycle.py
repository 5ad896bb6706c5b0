"""The life of a visit: which step may follow which, and why not."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from korpu_chassis.refusals import Notice, Refusal

if TYPE_CHECKING:
    from collections.abc import Sequence, Sized

    from korpu_events.visits.parts import Check


class VisitStatus(StrEnum):
    """Where a visit stands between the first letter and the closed file."""

    REQUESTED = "requested"
    SCREENING = "screening"
    APPROVED = "approved"
    DECLINED = "declined"
    PLANNING = "planning"
    CONFIRMED = "confirmed"
    IN_PROGRESS = "in_progress"
    COMPLETED = "completed"
    REPORTED = "reported"
    CLOSED = "closed"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


UNDECIDED = (VisitStatus.REQUESTED, VisitStatus.SCREENING)
PREPARED = (VisitStatus.APPROVED, VisitStatus.PLANNING, VisitStatus.CONFIRMED)
ARRANGING = (VisitStatus.PLANNING, VisitStatus.CONFIRMED, VisitStatus.IN_PROGRESS)
UNFINISHED = (*UNDECIDED, *PREPARED, VisitStatus.IN_PROGRESS, VisitStatus.POSTPONED)
TAKES_PLACE = (VisitStatus.IN_PROGRESS, VisitStatus.COMPLETED, VisitStatus.REPORTED)
OVER = (VisitStatus.COMPLETED, VisitStatus.REPORTED, VisitStatus.CLOSED, VisitStatus.DECLINED, VisitStatus.CANCELLED)

NEVER_HELD = (VisitStatus.DECLINED, VisitStatus.CANCELLED)

REPORT_WITHIN = timedelta(days=7)
LONGEST_LIST = 100


class ApproverIsAuthor(Refusal):
    """Whoever asked for a visit does not decide on it."""

    code = "visit-approver-is-author"
    text = {
        "az": "Səfərə qərarı onu təklif edən şəxs verə bilməz; başqa səlahiyyətli şəxs qərar verməlidir.",
        "en": "Whoever asked for the visit does not decide on it; another approver must.",
        "ru": "Решение о визите не принимает тот, кто его предложил; решает другое лицо.",
    }


class EndsBeforeItStarts(Refusal):
    """The last day of a visit is not before its first."""

    code = "visit-ends-before-it-starts"
    status = 422
    text = {
        "az": "Səfərin son günü birinci gündən əvvəl ola bilməz.",
        "en": "The last day of the visit is before its first.",
        "ru": "Последний день визита раньше первого.",
    }


class StartsInThePast(Refusal):
    """A visit is moved to days that are still to come."""

    code = "visit-starts-in-the-past"
    text = {
        "az": "Səfər keçmiş tarixə ({starts}) keçirilə bilməz.",
        "en": "A visit cannot be moved to {starts}, which has passed.",
        "ru": "Визит нельзя перенести на прошедшую дату ({starts}).",
    }


class NotScreened(Refusal):
    """A visit is approved only after somebody has checked something."""

    code = "visit-not-screened"
    text = {
        "az": "Təsdiqdən əvvəl ən azı bir yoxlamanın nəticəsi yazılmalıdır.",
        "en": "Record at least one check before the visit is approved.",
        "ru": "До утверждения запишите результат хотя бы одной проверки.",
    }


class ScreeningConcern(Refusal):
    """A check that found a concern is answered before the visit is approved."""

    code = "visit-screening-concern"
    text = {
        "az": "Yoxlamada narahatlıq qeyd olunub: {checks}. Aradan qaldırın və ya nəyə görə təsdiqlədiyinizi yazın.",
        "en": "A check found a concern: {checks}. Clear it, or say despite what reason you approve.",
        "ru": "Проверка выявила сомнения: {checks}. Устраните их или укажите, почему утверждаете.",
    }


class NotBegun(Refusal):
    """A visit neither begins nor ends before its first day."""

    code = "visit-not-begun"
    text = {
        "az": "Səfər {starts} tarixində başlayır; bu addım ondan əvvəl mümkün deyil.",
        "en": "The visit begins on {starts}; this step is not possible before.",
        "ru": "Визит начинается {starts}; раньше этот шаг невозможен.",
    }


class CompletedInTheFuture(Refusal):
    """What has not ended is not recorded as ended."""

    code = "visit-completed-in-the-future"
    text = {
        "az": "Səfərin bitmə tarixi gələcəkdə ola bilməz.",
        "en": "The day on which the visit ended cannot be in the future.",
        "ru": "День окончания визита не может быть в будущем.",
    }


class VisitOver(Refusal):
    """Nobody need answer for a visit that will not take place."""

    code = "visit-over"
    text = {
        "az": "Səfər baş tutmayacaq (vəziyyəti: {status}).",
        "en": "The visit will not take place (its status: {status}).",
        "ru": "Визит не состоится (статус: {status}).",
    }


class ListFull(Refusal):
    """A visit has so many items, requests, gifts or letters and no more."""

    code = "visit-list-full"
    text = {
        "az": "Siyahı doludur: ən çoxu {limit}.",
        "en": "The list is full: {limit} at most.",
        "ru": "Список полон: не более {limit}.",
    }


class AlreadyPast(Notice):
    """The days that were given have passed: the visit is recorded afterwards."""

    code = "visit-already-past"
    text = {
        "az": "Səfərin tarixləri artıq keçib; sonradan qeydə alınır.",
        "en": "The days of this visit have passed; it is recorded afterwards.",
        "ru": "Даты визита уже прошли; он записывается задним числом.",
    }


def has_room(listed: Sized) -> None:
    """One more finds its place in a list of the visit."""
    if len(listed) >= LONGEST_LIST:
        raise ListFull(limit=LONGEST_LIST)


def in_order(starts: date, ends: date) -> None:
    """A visit ends on the day on which it begins, or later."""
    if ends < starts:
        raise EndsBeforeItStarts("ends")


def may_move_to(starts: date, ends: date, today: date) -> None:
    """New days lie in order and ahead."""
    in_order(starts, ends)
    if starts < today:
        raise StartsInThePast("starts", starts=starts.isoformat())


def may_approve(checks: Sequence[Check], despite: str | None) -> None:
    """The last check of each kind is clear, or the approver says why it may be overlooked."""
    if not checks:
        raise NotScreened
    last = {check.kind: check for check in checks}
    concerns = sorted(kind for kind, check in last.items() if not check.clear)
    if concerns and despite is None:
        raise ScreeningConcern("despite", checks=", ".join(concerns))


def may_start(starts: date, today: date) -> None:
    """A delegation is received on its first day or after."""
    if today < starts:
        raise NotBegun(starts=starts.isoformat())


def may_complete(starts: date, on: date, today: date) -> None:
    """A visit ends after it has begun, and not tomorrow."""
    if on > today:
        raise CompletedInTheFuture("on")
    if on < starts:
        raise NotBegun("on", starts=starts.isoformat())
