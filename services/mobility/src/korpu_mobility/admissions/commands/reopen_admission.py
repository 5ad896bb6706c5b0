"""`ReopenAdmission`: let an admission go on that was rejected or cancelled; an offer is made anew."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.admissions.aggregate import admissions
from korpu_mobility.admissions.domain.lifecycle import DECIDABLE, UNDECIDED, Status
from korpu_mobility.admissions.domain.steps import before_offer
from korpu_mobility.admissions.facts import AdmissionReopened
from korpu_mobility.admissions.inputs import Reason
from korpu_mobility.admissions.policies.applicant import require_not_erased, require_once
from korpu_mobility.admissions.refusals.course import AdmissionTwice
from korpu_mobility.admissions.tables import Admission
from korpu_mobility.people.interface import PERSON_GONE
from korpu_mobility.permissions import HEAD


class ReopenAdmission(Changes):
    """It goes on, and why."""

    reason: Reason


@admissions.changes(
    who=[HEAD],
    when=[Status.REJECTED, Status.CANCELLED],
    to={Status.REJECTED: DECIDABLE, Status.CANCELLED: (*UNDECIDED, Status.ACCEPTED)},
    emits=[AdmissionReopened],
    refuses=[*PERSON_GONE, AdmissionTwice],
)
async def reopen_admission(admission: Admission, command: ReopenAdmission, uow: UnitOfWork) -> None:
    """Let an admission go on that was rejected or cancelled; an offer is made anew."""
    await require_not_erased(admission, uow)
    await require_once(admission, uow)
    admission.status = before_offer(admission.stood or Status.LEAD)
    admission.stood = admission.cause = None
    admission.reason = command.reason
    await uow.emit(admission, AdmissionReopened())
