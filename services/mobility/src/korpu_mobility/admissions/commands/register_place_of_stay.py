"""`RegisterPlaceOfStay`: record that the place of stay is registered; the time to apply for a permit begins."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.admissions.aggregate import admissions
from korpu_mobility.admissions.domain.lifecycle import STAYING, Migration
from korpu_mobility.admissions.domain.steps import require_after_arrival, require_here, require_order
from korpu_mobility.admissions.facts import AdmissionPlaceRegistered
from korpu_mobility.admissions.parts import PlaceOfStay
from korpu_mobility.admissions.policies.applicant import require_not_erased
from korpu_mobility.admissions.policies.passport import warn_of_passport
from korpu_mobility.admissions.refusals.migration import BeforeTheArrival, DaysReversed, NotInTheCountry
from korpu_mobility.admissions.rules import permit_before
from korpu_mobility.admissions.tables import Admission
from korpu_mobility.people.interface import PERSON_GONE
from korpu_mobility.permissions import MIGRATION_LIAISON, OFFICE


class RegisterPlaceOfStay(Changes):
    """Where somebody is registered, and for how long."""

    place: PlaceOfStay


@admissions.changes(
    who=(*OFFICE, MIGRATION_LIAISON),
    when=STAYING,
    emits=[AdmissionPlaceRegistered],
    refuses=[DaysReversed, BeforeTheArrival, NotInTheCountry, *PERSON_GONE],
    requires=[require_here],
)
async def register_place_of_stay(admission: Admission, command: RegisterPlaceOfStay, uow: UnitOfWork) -> None:
    """Record that the place of stay is registered; the time to apply for a permit begins."""
    require_order(command.place.valid_from, command.place.valid_to)
    require_after_arrival(command.place.valid_from, admission.arrived_on, "place.valid_from")
    await require_not_erased(admission, uow)
    admission.place, admission.registration_clock = command.place, None
    if admission.migration == Migration.ARRIVED:
        admission.migration = Migration.REGISTERED
    if admission.migration == Migration.REGISTERED:
        admission.permit_clock = permit_before(command.place.valid_to, uow.today)
        await warn_of_passport(admission, command.place.valid_to, uow)
    await uow.emit(admission, AdmissionPlaceRegistered(valid_to=command.place.valid_to))
