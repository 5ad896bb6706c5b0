"""`OpenAdmission`: write down that a foreign citizen may come to study."""

from uuid import UUID

from korpu_chassis.commands.command import Creates
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import AcademicYear
from korpu_mobility.admissions.aggregate import admissions
from korpu_mobility.admissions.domain.lifecycle import Basis, Funding, Status
from korpu_mobility.admissions.facts import AdmissionOpened
from korpu_mobility.admissions.inputs import Agreement, Language, Level, Organisation, Programme, Residence, Unit
from korpu_mobility.admissions.policies.applicant import require_once, take_applicant
from korpu_mobility.admissions.policies.basis import require_basis
from korpu_mobility.admissions.refusals.basis import BasisIncomplete, BasisResting, BasisUnknown
from korpu_mobility.admissions.refusals.course import AdmissionTwice, CitizenshipUnfit, EducationCountryMissing
from korpu_mobility.admissions.tables import Admission
from korpu_mobility.people.interface import PERSON_REFUSALS
from korpu_mobility.permissions import OFFICE


class OpenAdmission(Creates):
    """Who may come, to which programme, on what basis."""

    person_id: UUID
    unit: Unit
    basis: Basis
    organisation_id: Organisation = None
    agreement_id: Agreement = None
    programme: Programme
    level: Level
    language: Language
    funding: Funding
    academic_year: AcademicYear
    residence: Residence = None


@admissions.creates(
    who=OFFICE,
    to=[Status.LEAD],
    emits=[AdmissionOpened],
    refuses=[
        *PERSON_REFUSALS,
        CitizenshipUnfit,
        EducationCountryMissing,
        AdmissionTwice,
        BasisIncomplete,
        BasisUnknown,
        BasisResting,
    ],
)
async def open_admission(command: OpenAdmission, uow: UnitOfWork) -> Admission:
    """Write down that a foreign citizen may come to study."""
    education_country = await take_applicant(command.person_id, uow)
    given = command.model_dump(exclude={"idempotency_key"})
    admission = Admission(**given, status=Status.LEAD, education_country=education_country)
    await require_basis(admission, uow)
    await require_once(admission, uow)
    series = f"ADM-{uow.today.year}"
    admission.code = f"{series}-{await uow.number(series):04}"
    await uow.emit(admission, AdmissionOpened())
    return admission
