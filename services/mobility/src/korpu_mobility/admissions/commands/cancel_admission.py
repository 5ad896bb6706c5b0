"""`CancelAdmission`: call off an admission of somebody who has not arrived."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.admissions.aggregate import admissions
from korpu_mobility.admissions.domain.lifecycle import NOT_BEGUN, Cause, GivenCause, Status
from korpu_mobility.admissions.domain.steps import require_not_arrived
from korpu_mobility.admissions.facts import AdmissionCancelled, AdmissionPlaceReleased, AdmissionRequestWithdrawn
from korpu_mobility.admissions.inputs import Reason
from korpu_mobility.admissions.policies.ending import call_off
from korpu_mobility.admissions.refusals.migration import AlreadyArrived
from korpu_mobility.admissions.tables import Admission
from korpu_mobility.permissions import OFFICE, THE_PERSON


class CancelAdmission(Changes):
    """Nobody comes."""

    cause: Annotated[GivenCause, Field(description="Published as a code; the reason stays with the person.")]
    reason: Reason


@admissions.changes(
    who=(*OFFICE, THE_PERSON),
    when=NOT_BEGUN,
    to=[Status.CANCELLED],
    emits=[AdmissionCancelled, AdmissionRequestWithdrawn, AdmissionPlaceReleased],
    refuses=[AlreadyArrived],
    requires=[require_not_arrived],
)
async def cancel_admission(admission: Admission, command: CancelAdmission, uow: UnitOfWork) -> None:
    """Call off an admission of somebody who has not arrived; departments let go of what they have in hand."""
    await call_off(admission, Cause(command.cause), command.reason, uow)
