"""`EnrolStudent`: enrol who has arrived, by an order."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.admissions.aggregate import admissions
from korpu_mobility.admissions.domain.lifecycle import Status, require_happened
from korpu_mobility.admissions.domain.steps import require_arrived
from korpu_mobility.admissions.facts import AdmissionEnrolled
from korpu_mobility.admissions.inputs import Happened, Number
from korpu_mobility.admissions.refusals.course import AdmissionInFuture, NotHere
from korpu_mobility.admissions.tables import Admission
from korpu_mobility.permissions import OFFICE


class EnrolStudent(Changes):
    """The order by which somebody becomes a student of ours."""

    order_number: Number
    order_date: Happened


@admissions.changes(
    who=OFFICE,
    when=[Status.ACCEPTED],
    to=[Status.ENROLLED],
    emits=[AdmissionEnrolled],
    refuses=[AdmissionInFuture, NotHere],
    requires=[require_arrived],
)
async def enrol_student(admission: Admission, command: EnrolStudent, uow: UnitOfWork) -> None:
    """Enrol who has arrived, by an order."""
    require_happened(command.order_date, uow.today, "order_date")
    admission.status = Status.ENROLLED
    admission.order_number, admission.order_date = command.order_number, command.order_date
    await uow.emit(admission, AdmissionEnrolled(order_number=command.order_number, order_date=command.order_date))
