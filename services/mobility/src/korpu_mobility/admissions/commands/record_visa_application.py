"""`RecordVisaApplication`: record that a visa was applied for."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.admissions.aggregate import admissions
from korpu_mobility.admissions.domain.lifecycle import Migration, Status, require_happened
from korpu_mobility.admissions.domain.steps import require_letter
from korpu_mobility.admissions.facts import AdmissionVisaAsked
from korpu_mobility.admissions.inputs import Happened
from korpu_mobility.admissions.refusals.course import AdmissionInFuture
from korpu_mobility.admissions.refusals.migration import LetterMissing
from korpu_mobility.admissions.tables import Admission
from korpu_mobility.permissions import MIGRATION_LIAISON, OFFICE, THE_PERSON


class RecordVisaApplication(Changes):
    """The visa was asked for with the letter."""

    on: Happened


@admissions.changes(
    who=(*OFFICE, MIGRATION_LIAISON, THE_PERSON),
    when=[Status.ACCEPTED],
    emits=[AdmissionVisaAsked],
    refuses=[AdmissionInFuture, LetterMissing],
    requires=[require_letter],
)
async def record_visa_application(admission: Admission, command: RecordVisaApplication, uow: UnitOfWork) -> None:
    """Record that a visa was applied for."""
    require_happened(command.on, uow.today)
    admission.migration = Migration.VISA_PENDING
    await uow.emit(admission, AdmissionVisaAsked(on=command.on))
