"""`ApplyForPermit`: record that a permit was applied for; the passport has to be valid beyond it."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Day
from korpu_mobility.admissions.aggregate import admissions
from korpu_mobility.admissions.domain.lifecycle import STAYING, Migration, require_happened
from korpu_mobility.admissions.domain.steps import require_order, require_registered
from korpu_mobility.admissions.facts import AdmissionPermitApplied
from korpu_mobility.admissions.inputs import Happened
from korpu_mobility.admissions.policies.passport import application_for
from korpu_mobility.admissions.refusals.course import AdmissionInFuture
from korpu_mobility.admissions.refusals.migration import (
    DaysReversed,
    NotInTheCountry,
    PassportTooShort,
    PermitPending,
    PlaceNotRegistered,
)
from korpu_mobility.admissions.tables import Admission
from korpu_mobility.permissions import MIGRATION_LIAISON, OFFICE


class ApplyForPermit(Changes):
    """When, and until which day the permit is to last."""

    on: Happened
    until: Day


@admissions.changes(
    who=(*OFFICE, MIGRATION_LIAISON),
    when=STAYING,
    emits=[AdmissionPermitApplied],
    refuses=[AdmissionInFuture, DaysReversed, PassportTooShort, PlaceNotRegistered, PermitPending, NotInTheCountry],
    requires=[require_registered],
)
async def apply_for_permit(admission: Admission, command: ApplyForPermit, uow: UnitOfWork) -> None:
    """Record that a permit was applied for; the passport has to be valid beyond it."""
    require_happened(command.on, uow.today)
    require_order(command.on, command.until)
    admission.permit_application = await application_for(admission, command.on, command.until, uow)
    admission.migration, admission.permit_clock = Migration.PERMIT_APPLIED, None
    await uow.emit(admission, AdmissionPermitApplied(on=command.on))
