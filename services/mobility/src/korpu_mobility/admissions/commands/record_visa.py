"""`RecordVisa`: record the visa that was granted; its number stays here."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.admissions.aggregate import admissions
from korpu_mobility.admissions.domain.lifecycle import Migration, Status
from korpu_mobility.admissions.domain.steps import require_order, require_visa_pending
from korpu_mobility.admissions.facts import AdmissionVisaGranted
from korpu_mobility.admissions.parts import Visa
from korpu_mobility.admissions.policies.applicant import require_not_erased
from korpu_mobility.admissions.refusals.migration import DaysReversed, VisaNotPending
from korpu_mobility.admissions.tables import Admission
from korpu_mobility.people.interface import PERSON_GONE
from korpu_mobility.permissions import MIGRATION_LIAISON, OFFICE


class RecordVisa(Changes):
    """The visa as it stands in the passport."""

    visa: Visa


@admissions.changes(
    who=(*OFFICE, MIGRATION_LIAISON),
    when=[Status.ACCEPTED],
    emits=[AdmissionVisaGranted],
    refuses=[DaysReversed, VisaNotPending, *PERSON_GONE],
    requires=[require_visa_pending],
)
async def record_visa(admission: Admission, command: RecordVisa, uow: UnitOfWork) -> None:
    """Record the visa that was granted; its number stays here."""
    require_order(command.visa.valid_from, command.visa.valid_to)
    await require_not_erased(admission, uow)
    admission.migration, admission.visa = Migration.VISA_GRANTED, command.visa
    fact = AdmissionVisaGranted(valid_from=command.visa.valid_from, valid_to=command.visa.valid_to)
    await uow.emit(admission, fact)
