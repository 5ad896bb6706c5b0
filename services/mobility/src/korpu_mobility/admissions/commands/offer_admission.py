"""`OfferAdmission`: offer a place, until the end of a day."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Day
from korpu_mobility.admissions.aggregate import admissions
from korpu_mobility.admissions.domain.lifecycle import OFFERABLE, Status, require_offer_in_reach
from korpu_mobility.admissions.domain.steps import require_recognised
from korpu_mobility.admissions.facts import AdmissionOffered
from korpu_mobility.admissions.policies.basis import require_basis
from korpu_mobility.admissions.refusals.basis import BasisIncomplete, BasisResting, BasisUnknown
from korpu_mobility.admissions.refusals.course import EducationNotRecognised, OfferOutOfReach
from korpu_mobility.admissions.tables import Admission
from korpu_mobility.permissions import OFFICE


class OfferAdmission(Changes):
    """There is a place, and an answer is wanted."""

    answer_until: Day


@admissions.changes(
    who=OFFICE,
    when=OFFERABLE,
    to=[Status.OFFERED],
    emits=[AdmissionOffered],
    refuses=[OfferOutOfReach, EducationNotRecognised, BasisIncomplete, BasisUnknown, BasisResting],
    requires=[require_recognised],
)
async def offer_admission(admission: Admission, command: OfferAdmission, uow: UnitOfWork) -> None:
    """Offer a place, until the end of a day."""
    require_offer_in_reach(command.answer_until, uow.today)
    await require_basis(admission, uow)
    admission.status, admission.offered_on, admission.offer_until = Status.OFFERED, uow.today, command.answer_until
    await uow.emit(admission, AdmissionOffered(until=command.answer_until))
