"""What the clock does with admissions: offers that lapse, and what is due with the migration office."""

from korpu_chassis.clock import BAKU
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.deadlines import Deadline
from korpu_mobility.admissions.aggregate import admissions
from korpu_mobility.admissions.domain.lifecycle import Cause, Migration
from korpu_mobility.admissions.facts import (
    AdmissionCancelled,
    AdmissionPermitDue,
    AdmissionPermitEnded,
    AdmissionPermitExpiring,
    AdmissionPermitOverdue,
    AdmissionPlaceReleased,
    AdmissionRegistrationDue,
    AdmissionRegistrationOverdue,
    AdmissionRequestsLate,
)
from korpu_mobility.admissions.parts import LateHelp, RunningClock
from korpu_mobility.admissions.policies.ending import call_off
from korpu_mobility.admissions.tables import Admission
from korpu_mobility.department_requests import overdue, told_late

HEAD = ("head",)


@admissions.due("offer-ends", emits=[AdmissionCancelled, AdmissionPlaceReleased])
async def offer_ends(admission: Admission, _: Deadline, uow: UnitOfWork) -> None:
    """An offer that nobody took lapses, and the place is free."""
    await call_off(admission, Cause.OFFER_LAPSED, None, uow)


@admissions.due("registration-due", emits=[AdmissionRegistrationDue], untrue_later=True)
async def registration_due(admission: Admission, deadline: Deadline, uow: UnitOfWork) -> None:
    """The place of stay is to be registered soon."""
    clock = _running(admission.registration_clock)
    await uow.emit(admission, AdmissionRegistrationDue(due=clock.due, days_left=_left(clock, deadline)))


@admissions.due("registration-overdue", emits=[AdmissionRegistrationOverdue])
async def registration_overdue(admission: Admission, _: Deadline, uow: UnitOfWork) -> None:
    """The last day to register is over: the head is told."""
    clock = _running(admission.registration_clock)
    admission.registration_clock = clock.model_copy(update={"overdue": True})
    await uow.emit(admission, AdmissionRegistrationOverdue(due=clock.due, tell=HEAD))


@admissions.due("permit-due", emits=[AdmissionPermitDue], untrue_later=True)
async def permit_due(admission: Admission, deadline: Deadline, uow: UnitOfWork) -> None:
    """The next permit is to be applied for soon."""
    clock = _running(admission.permit_clock)
    await uow.emit(admission, AdmissionPermitDue(due=clock.due, days_left=_left(clock, deadline)))


@admissions.due("permit-overdue", emits=[AdmissionPermitOverdue])
async def permit_overdue(admission: Admission, _: Deadline, uow: UnitOfWork) -> None:
    """The last day to apply is over: the head is told."""
    clock = _running(admission.permit_clock)
    admission.permit_clock = clock.model_copy(update={"overdue": True})
    await uow.emit(admission, AdmissionPermitOverdue(due=clock.due, tell=HEAD))


@admissions.due("permit-expiring", emits=[AdmissionPermitExpiring])
async def permit_expiring(admission: Admission, _: Deadline, uow: UnitOfWork) -> None:
    """The first reminder of a permit that ends."""
    assert admission.permit  # noqa: S101 -- without a permit none expires
    admission.migration = Migration.PERMIT_EXPIRING
    await uow.emit(admission, AdmissionPermitExpiring(valid_to=admission.permit.valid_to))


@admissions.due("permit-ends", emits=[AdmissionPermitEnded])
async def permit_ends(admission: Admission, _: Deadline, uow: UnitOfWork) -> None:
    """The last day of a permit is over, and no other was applied for: the head is told."""
    assert admission.permit  # noqa: S101 -- without a permit none ends
    admission.migration = Migration.ENDED
    await uow.emit(admission, AdmissionPermitEnded(valid_to=admission.permit.valid_to, tell=HEAD))


@admissions.due("requests-late", emits=[AdmissionRequestsLate])
async def requests_late(admission: Admission, _: Deadline, uow: UnitOfWork) -> None:
    """Departments that have not answered by their day are told of once."""
    late = overdue(admission.requests, uow.now)
    told = tuple(
        LateHelp(request_id=each.id, **each.model_dump(include={"department", "help", "due"})) for each in late
    )
    admission.requests = told_late(admission.requests, late)
    await uow.emit(admission, AdmissionRequestsLate(late=told))


def _running(clock: RunningClock | None) -> RunningClock:
    assert clock  # noqa: S101 -- a clock that does not run has no deadlines
    return clock


def _left(clock: RunningClock, deadline: Deadline) -> int:
    return (clock.due - deadline.at.astimezone(BAKU).date()).days
