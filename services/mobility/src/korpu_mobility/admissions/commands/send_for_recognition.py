"""`SendForRecognition`: send the prior education for recognition."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.admissions.aggregate import admissions
from korpu_mobility.admissions.domain.lifecycle import Status, require_happened
from korpu_mobility.admissions.domain.steps import require_education_abroad
from korpu_mobility.admissions.facts import AdmissionRecognitionAsked
from korpu_mobility.admissions.inputs import Happened
from korpu_mobility.admissions.refusals.course import AdmissionInFuture, RecognitionNotNeeded
from korpu_mobility.admissions.tables import Admission
from korpu_mobility.permissions import OFFICE


class SendForRecognition(Changes):
    """The diploma was sent to the ministry."""

    on: Happened


@admissions.changes(
    who=OFFICE,
    when=[Status.DOCUMENTS_CHECKED],
    to=[Status.RECOGNITION_PENDING],
    emits=[AdmissionRecognitionAsked],
    refuses=[AdmissionInFuture, RecognitionNotNeeded],
    requires=[require_education_abroad],
)
async def send_for_recognition(admission: Admission, command: SendForRecognition, uow: UnitOfWork) -> None:
    """Send the prior education for recognition."""
    require_happened(command.on, uow.today)
    admission.status, admission.recognition_asked_on = Status.RECOGNITION_PENDING, command.on
    await uow.emit(admission, AdmissionRecognitionAsked(on=command.on))
