"""`RecordPermit`: record the permit that was given, the first one or another."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.admissions.aggregate import admissions
from korpu_mobility.admissions.domain.lifecycle import STAYING, Migration
from korpu_mobility.admissions.domain.steps import require_order, require_permit_applied
from korpu_mobility.admissions.facts import AdmissionPermitGranted
from korpu_mobility.admissions.parts import Permit
from korpu_mobility.admissions.policies.applicant import require_not_erased
from korpu_mobility.admissions.policies.passport import warn_of_passport
from korpu_mobility.admissions.refusals.migration import DaysReversed, PermitNotApplied
from korpu_mobility.admissions.rules import permit_before
from korpu_mobility.admissions.tables import Admission
from korpu_mobility.people.interface import PERSON_GONE
from korpu_mobility.permissions import MIGRATION_LIAISON, OFFICE


class RecordPermit(Changes):
    """The permit; its number stays here."""

    permit: Permit


@admissions.changes(
    who=(*OFFICE, MIGRATION_LIAISON),
    when=STAYING,
    emits=[AdmissionPermitGranted],
    refuses=[DaysReversed, PermitNotApplied, *PERSON_GONE],
    requires=[require_permit_applied],
)
async def record_permit(admission: Admission, command: RecordPermit, uow: UnitOfWork) -> None:
    """Record the permit that was given, the first one or another."""
    require_order(command.permit.valid_from, command.permit.valid_to)
    await require_not_erased(admission, uow)
    renewed = admission.permit is not None
    admission.migration = Migration.PERMIT_RENEWED if renewed else Migration.PERMIT_VALID
    admission.permit, admission.permit_application = command.permit, None
    admission.permit_clock = permit_before(command.permit.valid_to, uow.today)
    await warn_of_passport(admission, command.permit.valid_to, uow)
    fact = AdmissionPermitGranted(
        valid_from=command.permit.valid_from, valid_to=command.permit.valid_to, renewed=renewed
    )
    await uow.emit(admission, fact)
