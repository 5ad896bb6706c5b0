"""`RecordVisaRefusal`: record that the visa was refused; bed and place are free."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.admissions.aggregate import admissions
from korpu_mobility.admissions.domain.lifecycle import Cause, Migration, Status, require_happened
from korpu_mobility.admissions.domain.steps import require_visa_pending
from korpu_mobility.admissions.facts import (
    AdmissionCancelled,
    AdmissionPlaceReleased,
    AdmissionRequestWithdrawn,
    AdmissionVisaRefused,
)
from korpu_mobility.admissions.inputs import Happened, Reason
from korpu_mobility.admissions.policies.ending import call_off
from korpu_mobility.admissions.refusals.course import AdmissionInFuture
from korpu_mobility.admissions.refusals.migration import VisaNotPending
from korpu_mobility.admissions.tables import Admission
from korpu_mobility.permissions import MIGRATION_LIAISON, OFFICE


class RecordVisaRefusal(Changes):
    """When it was refused, and what was said; the words stay with the person."""

    on: Happened
    reason: Reason


@admissions.changes(
    who=(*OFFICE, MIGRATION_LIAISON),
    when=[Status.ACCEPTED],
    to=[Status.CANCELLED],
    emits=[AdmissionVisaRefused, AdmissionCancelled, AdmissionRequestWithdrawn, AdmissionPlaceReleased],
    refuses=[AdmissionInFuture, VisaNotPending],
    requires=[require_visa_pending],
)
async def record_visa_refusal(admission: Admission, command: RecordVisaRefusal, uow: UnitOfWork) -> None:
    """Record that the visa was refused: bed and place are free, and the admission is cancelled for that."""
    require_happened(command.on, uow.today)
    admission.migration = Migration.VISA_REFUSED
    await uow.emit(admission, AdmissionVisaRefused(on=command.on))
    await call_off(admission, Cause.VISA_REFUSED, command.reason, uow)
