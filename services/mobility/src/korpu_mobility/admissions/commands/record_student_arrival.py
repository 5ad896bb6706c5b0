"""`RecordStudentArrival`: record that somebody is here: the time to register begins."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.admissions.aggregate import admissions
from korpu_mobility.admissions.domain.lifecycle import Migration, Status, require_happened
from korpu_mobility.admissions.domain.steps import require_not_arrived, require_visa_on
from korpu_mobility.admissions.facts import AdmissionArrived
from korpu_mobility.admissions.inputs import Happened
from korpu_mobility.admissions.refusals.course import AdmissionInFuture
from korpu_mobility.admissions.refusals.migration import AlreadyArrived, VisaMissing, VisaNotValidThen
from korpu_mobility.admissions.rules import registration_after_arrival
from korpu_mobility.admissions.tables import Admission
from korpu_mobility.people.interface import PERSON_REFUSALS, take_foreigner
from korpu_mobility.permissions import MIGRATION_LIAISON, OFFICE


class RecordStudentArrival(Changes):
    """The first day in the country."""

    on: Happened
    without_visa: Annotated[bool, Field(description="A citizen of a country that needs none.")] = False


@admissions.changes(
    who=(*OFFICE, MIGRATION_LIAISON),
    when=[Status.ACCEPTED],
    emits=[AdmissionArrived],
    refuses=[AdmissionInFuture, AlreadyArrived, VisaMissing, VisaNotValidThen, *PERSON_REFUSALS],
    requires=[require_not_arrived],
)
async def record_student_arrival(admission: Admission, command: RecordStudentArrival, uow: UnitOfWork) -> None:
    """Record that somebody is here: the time to register begins."""
    require_happened(command.on, uow.today)
    if not command.without_visa:
        require_visa_on(admission.visa, command.on)
    person = await take_foreigner(admission.person_id, uow)
    clock = registration_after_arrival(command.on, person.citizenship)
    admission.migration, admission.arrived_on, admission.registration_clock = Migration.ARRIVED, command.on, clock
    await uow.emit(admission, AdmissionArrived(on=command.on, registration_due=clock.due))
