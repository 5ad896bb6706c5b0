"""`ResumeStudies`: let a student go on after academic leave."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.admissions.aggregate import admissions
from korpu_mobility.admissions.domain.lifecycle import Status
from korpu_mobility.admissions.facts import AdmissionResumed
from korpu_mobility.admissions.tables import Admission
from korpu_mobility.permissions import OFFICE


class ResumeStudies(Changes):
    """The student is back."""


@admissions.changes(who=OFFICE, when=[Status.ACADEMIC_LEAVE], to=[Status.ENROLLED], emits=[AdmissionResumed])
async def resume_studies(admission: Admission, command: ResumeStudies, uow: UnitOfWork) -> None:
    """Let a student go on after academic leave."""
    admission.status, admission.leave_until = Status.ENROLLED, None
    await uow.emit(admission, AdmissionResumed())
