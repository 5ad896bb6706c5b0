"""The life of an action point: open, done, verified; overdue by the clock."""

from datetime import date
from enum import StrEnum

from korpu_chassis.refusals import Refusal


class ActionPointStatus(StrEnum):
    """Where a commitment stands."""

    OPEN = "open"
    OVERDUE = "overdue"
    DONE = "done"
    VERIFIED = "verified"


UNDONE = (ActionPointStatus.OPEN, ActionPointStatus.OVERDUE)


class Priority(StrEnum):
    """How much hangs on a commitment."""

    HIGH = "high"
    NORMAL = "normal"
    LOW = "low"


class DueInThePast(Refusal):
    """A commitment is made for a day that is still to come."""

    code = "action-point-due-in-the-past"
    status = 422
    text = {
        "az": "İcra tarixi keçmişdə ola bilməz.",
        "en": "The due date has passed already.",
        "ru": "Срок исполнения уже прошёл.",
    }


class VerifierIsDoer(Refusal):
    """Nobody verifies what they did themselves."""

    code = "action-point-verifier-is-doer"
    text = {
        "az": "İşi görən şəxs onu özü yoxlaya bilməz.",
        "en": "Whoever did it does not verify it.",
        "ru": "Исполнитель не проверяет собственную работу.",
    }


class WithoutOwner(Refusal):
    """A commitment belongs to a person or to a unit."""

    code = "action-point-without-owner"
    status = 422
    text = {
        "az": "Tapşırığın icraçısını göstərin: şəxs və ya bölmə.",
        "en": "Say whose commitment it is: a person's or a unit's.",
        "ru": "Укажите исполнителя: лицо или подразделение.",
    }


def still_to_come(due: date, today: date) -> None:
    """A due date is today or later."""
    if due < today:
        raise DueInThePast("due")


def status_on(done: date | None, verified: date | None, due: date, today: date) -> ActionPointStatus:
    """The status that the facts and the calendar give; the due day itself is still in time."""
    if verified:
        return ActionPointStatus.VERIFIED
    if done:
        return ActionPointStatus.DONE
    return ActionPointStatus.OVERDUE if today > due else ActionPointStatus.OPEN
