"""`BeginAcademicLeave`: let a student interrupt the studies for some time."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Day
from korpu_mobility.admissions.aggregate import admissions
from korpu_mobility.admissions.domain.lifecycle import Status
from korpu_mobility.admissions.facts import AdmissionLeaveBegun
from korpu_mobility.admissions.inputs import Reason
from korpu_mobility.admissions.policies.applicant import kept_words
from korpu_mobility.admissions.tables import Admission
from korpu_mobility.permissions import OFFICE


class BeginAcademicLeave(Changes):
    """Until when, and why; the reason stays with the student."""

    until: Day
    reason: Reason


@admissions.changes(who=OFFICE, when=[Status.ENROLLED], to=[Status.ACADEMIC_LEAVE], emits=[AdmissionLeaveBegun])
async def begin_academic_leave(admission: Admission, command: BeginAcademicLeave, uow: UnitOfWork) -> None:
    """Let a student interrupt the studies for some time."""
    admission.status, admission.leave_until = Status.ACADEMIC_LEAVE, command.until
    admission.reason = await kept_words(admission, command.reason, uow)
    await uow.emit(admission, AdmissionLeaveBegun(until=command.until))
