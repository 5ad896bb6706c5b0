"""Who is admitted: a foreign citizen whom we know, once to a programme in a year."""

from uuid import UUID

from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.admissions.domain.documents import HOME
from korpu_mobility.admissions.domain.lifecycle import LIVING
from korpu_mobility.admissions.refusals.course import AdmissionTwice, CitizenshipUnfit, EducationCountryMissing
from korpu_mobility.admissions.tables import Admission
from korpu_mobility.people.interface import is_known, require_known_person, take_foreigner


async def take_applicant(person_id: UUID, uow: UnitOfWork) -> str:
    """Take the person's row; gives the country of prior education."""
    person = await take_foreigner(person_id, uow)
    if person.citizenship in (None, HOME):
        raise CitizenshipUnfit("person_id")
    if person.education_country is None:
        raise EducationCountryMissing("person_id")
    return person.education_country


async def require_once(admission: Admission, uow: UnitOfWork) -> None:
    """Refuse a second living admission of one person to one programme in one year; the person's row is taken."""
    others = await uow.find(
        Admission,
        col(Admission.id) != admission.id,
        col(Admission.person_id) == admission.person_id,
        col(Admission.programme) == admission.programme,
        col(Admission.academic_year) == admission.academic_year,
        col(Admission.status).in_(LIVING),
    )
    for other in others:
        raise AdmissionTwice("programme", other=other.code)


async def require_not_erased(admission: Admission, uow: UnitOfWork) -> None:
    """Nothing personal is written about somebody whose data is gone."""
    await require_known_person(admission.person_id, uow)


async def kept_words(admission: Admission, reason: str | None, uow: UnitOfWork) -> str | None:
    """The words for the person, unless the person's data is gone."""
    return reason if await is_known(admission.person_id, uow) else None
