"""`EndStudies`: end the studies: graduated, expelled or left."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.admissions.aggregate import admissions
from korpu_mobility.admissions.domain.lifecycle import OVER, STUDYING, Ending, Status, require_ending, require_happened
from korpu_mobility.admissions.domain.steps import require_arrived
from korpu_mobility.admissions.facts import AdmissionEnded, AdmissionRequestWithdrawn
from korpu_mobility.admissions.inputs import Happened, Reason
from korpu_mobility.admissions.policies.applicant import kept_words
from korpu_mobility.admissions.policies.ending import let_go
from korpu_mobility.admissions.refusals.course import AdmissionInFuture, EndNotOpen, EndWithoutReason, NotHere
from korpu_mobility.admissions.tables import Admission
from korpu_mobility.permissions import OFFICE


class EndStudies(Changes):
    """How and when they ended; who is expelled or leaves can read why."""

    ending: Ending
    on: Happened
    reason: Reason | None = None


@admissions.changes(
    who=OFFICE,
    when=[Status.ACCEPTED, *STUDYING],
    to={Status.ACCEPTED: [Status.LEFT], Status.ENROLLED: OVER, Status.ACADEMIC_LEAVE: [Status.EXPELLED, Status.LEFT]},
    emits=[AdmissionEnded, AdmissionRequestWithdrawn],
    refuses=[AdmissionInFuture, NotHere, EndWithoutReason, EndNotOpen],
    requires=[require_arrived],
)
async def end_studies(admission: Admission, command: EndStudies, uow: UnitOfWork) -> None:
    """End the studies: graduated, expelled or left."""
    require_happened(command.on, uow.today)
    require_ending(admission.status, command.ending, command.reason)
    admission.status, admission.ended_on, admission.leave_until = Status(command.ending), command.on, None
    admission.reason = await kept_words(admission, command.reason, uow)
    await uow.emit(admission, AdmissionEnded(ending=command.ending, on=command.on))
    await let_go(admission, command.ending.value, uow)
