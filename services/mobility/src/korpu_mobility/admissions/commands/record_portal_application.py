"""`RecordPortalApplication`: record the application in the national portal."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.admissions.aggregate import admissions
from korpu_mobility.admissions.domain.lifecycle import Status, require_happened
from korpu_mobility.admissions.facts import AdmissionApplied
from korpu_mobility.admissions.inputs import Happened, PortalNumber
from korpu_mobility.admissions.policies.applicant import require_not_erased
from korpu_mobility.admissions.refusals.course import AdmissionInFuture
from korpu_mobility.admissions.tables import Admission
from korpu_mobility.people.interface import PERSON_GONE
from korpu_mobility.permissions import OFFICE


class RecordPortalApplication(Changes):
    """The application is in the portal, under its number there."""

    portal_number: PortalNumber
    on: Happened


@admissions.changes(
    who=OFFICE,
    when=[Status.LEAD],
    to=[Status.APPLIED],
    emits=[AdmissionApplied],
    refuses=[AdmissionInFuture, *PERSON_GONE],
)
async def record_portal_application(admission: Admission, command: RecordPortalApplication, uow: UnitOfWork) -> None:
    """Record the application in the national portal."""
    require_happened(command.on, uow.today)
    await require_not_erased(admission, uow)
    admission.status, admission.portal_number, admission.applied_on = Status.APPLIED, command.portal_number, command.on
    await uow.emit(admission, AdmissionApplied(on=command.on))
