"""`AcceptAdmission`: take the place that is offered."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.admissions.aggregate import admissions
from korpu_mobility.admissions.domain.lifecycle import Status, require_offer_open
from korpu_mobility.admissions.facts import AdmissionAccepted
from korpu_mobility.admissions.refusals.course import OfferOver
from korpu_mobility.admissions.tables import Admission
from korpu_mobility.permissions import OFFICE, THE_PERSON


class AcceptAdmission(Changes):
    """The person comes."""


@admissions.changes(
    who=(*OFFICE, THE_PERSON),
    when=[Status.OFFERED],
    to=[Status.ACCEPTED],
    emits=[AdmissionAccepted],
    refuses=[OfferOver],
)
async def accept_admission(admission: Admission, command: AcceptAdmission, uow: UnitOfWork) -> None:
    """Take the place that is offered."""
    require_offer_open(admission.offer_until, uow.today)
    admission.status, admission.accepted_on, admission.offer_until = Status.ACCEPTED, uow.today, None
    admission.cause = admission.reason = None
    await uow.emit(admission, AdmissionAccepted())
