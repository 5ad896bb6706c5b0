"""`RecordDeparture`: record that somebody has left the country; nothing more is due with the migration office."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.admissions.aggregate import admissions
from korpu_mobility.admissions.domain.lifecycle import OVER, Migration, Status, require_happened
from korpu_mobility.admissions.domain.steps import require_after_arrival
from korpu_mobility.admissions.facts import AdmissionDeparted
from korpu_mobility.admissions.inputs import Happened
from korpu_mobility.admissions.refusals.course import AdmissionInFuture
from korpu_mobility.admissions.refusals.migration import BeforeTheArrival
from korpu_mobility.admissions.tables import Admission
from korpu_mobility.permissions import MIGRATION_LIAISON, OFFICE


class RecordDeparture(Changes):
    """The last day in the country."""

    on: Happened


@admissions.changes(
    who=(*OFFICE, MIGRATION_LIAISON),
    when=OVER,
    to=[Status.DEPARTED],
    emits=[AdmissionDeparted],
    refuses=[AdmissionInFuture, BeforeTheArrival],
)
async def record_departure(admission: Admission, command: RecordDeparture, uow: UnitOfWork) -> None:
    """Record that somebody has left the country; nothing more is due with the migration office."""
    require_happened(command.on, uow.today)
    require_after_arrival(command.on, admission.arrived_on)
    admission.status, admission.migration, admission.departed_on = Status.DEPARTED, Migration.ENDED, command.on
    admission.registration_clock = admission.permit_clock = None
    await uow.emit(admission, AdmissionDeparted(on=command.on))
