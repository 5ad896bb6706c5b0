"""An admission that does not go on: departments let go of what they have in hand, and the place is free."""

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.admissions.domain.lifecycle import WITH_A_PLACE, Cause, Status
from korpu_mobility.admissions.facts import AdmissionCancelled, AdmissionPlaceReleased
from korpu_mobility.admissions.policies.answers import take_back
from korpu_mobility.admissions.tables import Admission
from korpu_mobility.department_requests import STANDING


async def call_off(admission: Admission, cause: Cause, reason: str | None, uow: UnitOfWork) -> None:
    """Nobody comes: the cause is for the books, the words are for the person alone."""
    had_a_place = admission.status in WITH_A_PLACE
    admission.stood, admission.status = admission.status, Status.CANCELLED
    admission.cause, admission.reason, admission.offer_until = cause, reason, None
    admission.registration_clock = admission.permit_clock = None
    uow.why = cause.value
    await uow.emit(admission, AdmissionCancelled(cause=cause))
    await let_go(admission, cause.value, uow)
    if had_a_place:
        await _free(admission, cause, uow)


async def let_go(admission: Admission, reason: str, uow: UnitOfWork) -> None:
    """What departments were asked for is not needed any more; each hears it of its own request."""
    for request in [each for each in admission.requests if each.status in STANDING]:
        await take_back(admission, request.id, reason, uow)


async def _free(admission: Admission, cause: Cause, uow: UnitOfWork) -> None:
    about = {name: getattr(admission, name) for name in ("programme", "level", "academic_year")}
    await uow.emit(admission, AdmissionPlaceReleased(cause=cause, **about))
