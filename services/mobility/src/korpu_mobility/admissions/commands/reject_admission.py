"""`RejectAdmission`: say no to an application, for a reason that the person can read."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.admissions.aggregate import admissions
from korpu_mobility.admissions.domain.lifecycle import DECIDABLE, Cause, Status
from korpu_mobility.admissions.facts import AdmissionRejected
from korpu_mobility.admissions.inputs import Reason
from korpu_mobility.admissions.tables import Admission
from korpu_mobility.permissions import OFFICE


class RejectAdmission(Changes):
    """There will be no place, and why."""

    reason: Reason


@admissions.changes(who=OFFICE, when=DECIDABLE, to=[Status.REJECTED], emits=[AdmissionRejected])
async def reject_admission(admission: Admission, command: RejectAdmission, uow: UnitOfWork) -> None:
    """Say no to an application, for a reason that the person can read."""
    admission.stood, admission.status = admission.status, Status.REJECTED
    admission.cause, admission.reason = Cause.NOT_ADMITTED, command.reason
    uow.why = Cause.NOT_ADMITTED.value
    await uow.emit(admission, AdmissionRejected())
