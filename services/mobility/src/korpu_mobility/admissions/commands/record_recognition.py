"""`RecordRecognition`: record that the prior education is recognised."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.admissions.aggregate import admissions
from korpu_mobility.admissions.domain.lifecycle import Status, require_happened
from korpu_mobility.admissions.facts import AdmissionRecognised
from korpu_mobility.admissions.inputs import Happened
from korpu_mobility.admissions.refusals.course import AdmissionInFuture
from korpu_mobility.admissions.tables import Admission
from korpu_mobility.permissions import OFFICE


class RecordRecognition(Changes):
    """The ministry has recognised the diploma."""

    on: Happened


@admissions.changes(
    who=OFFICE,
    when=[Status.RECOGNITION_PENDING],
    to=[Status.RECOGNISED],
    emits=[AdmissionRecognised],
    refuses=[AdmissionInFuture],
)
async def record_recognition(admission: Admission, command: RecordRecognition, uow: UnitOfWork) -> None:
    """Record that the prior education is recognised."""
    require_happened(command.on, uow.today)
    admission.status, admission.recognised_on = Status.RECOGNISED, command.on
    await uow.emit(admission, AdmissionRecognised(on=command.on))
