"""`WaitlistAdmission`: let an application wait until there is a place."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.admissions.aggregate import admissions
from korpu_mobility.admissions.domain.lifecycle import Status
from korpu_mobility.admissions.domain.steps import require_recognised
from korpu_mobility.admissions.facts import AdmissionWaitlisted
from korpu_mobility.admissions.inputs import Reason
from korpu_mobility.admissions.refusals.course import EducationNotRecognised
from korpu_mobility.admissions.tables import Admission
from korpu_mobility.permissions import OFFICE


class WaitlistAdmission(Changes):
    """There is no place now; the person can read why."""

    reason: Reason


@admissions.changes(
    who=OFFICE,
    when=[Status.DOCUMENTS_CHECKED, Status.RECOGNISED],
    to=[Status.WAITING],
    emits=[AdmissionWaitlisted],
    refuses=[EducationNotRecognised],
    requires=[require_recognised],
)
async def waitlist_admission(admission: Admission, command: WaitlistAdmission, uow: UnitOfWork) -> None:
    """Let an application wait until there is a place."""
    admission.status, admission.reason = Status.WAITING, command.reason
    await uow.emit(admission, AdmissionWaitlisted())
