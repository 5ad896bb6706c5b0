"""`RecordMove`: record that somebody lives elsewhere: the time to register begins anew."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.admissions.aggregate import admissions
from korpu_mobility.admissions.domain.lifecycle import STAYING, WITH_A_PERMIT, require_happened
from korpu_mobility.admissions.domain.steps import require_after_arrival, require_here
from korpu_mobility.admissions.facts import AdmissionAddressChanged
from korpu_mobility.admissions.inputs import Happened
from korpu_mobility.admissions.refusals.course import AdmissionInFuture
from korpu_mobility.admissions.refusals.migration import BeforeTheArrival, NotInTheCountry
from korpu_mobility.admissions.rules import registration_after_move
from korpu_mobility.admissions.tables import Admission
from korpu_mobility.permissions import MIGRATION_LIAISON, OFFICE, THE_PERSON


class RecordMove(Changes):
    """The day of the move."""

    on: Happened


@admissions.changes(
    who=(*OFFICE, MIGRATION_LIAISON, THE_PERSON),
    when=STAYING,
    emits=[AdmissionAddressChanged],
    refuses=[AdmissionInFuture, BeforeTheArrival, NotInTheCountry],
    requires=[require_here],
)
async def record_move(admission: Admission, command: RecordMove, uow: UnitOfWork) -> None:
    """Record that somebody lives elsewhere: the time to register begins anew."""
    require_happened(command.on, uow.today)
    require_after_arrival(command.on, admission.arrived_on)
    clock = registration_after_move(command.on, permit=admission.migration in WITH_A_PERMIT)
    admission.place, admission.registration_clock = None, clock
    await uow.emit(admission, AdmissionAddressChanged(on=command.on, registration_due=clock.due))
