"""`CorrectAdmission`: write down anew what is applied for, while nothing was decided."""

from korpu_chassis.commands.command import Changes, Corrects
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import AcademicYear
from korpu_mobility.admissions.aggregate import admissions
from korpu_mobility.admissions.domain.lifecycle import UNDECIDED, Basis, Funding
from korpu_mobility.admissions.facts import AdmissionCorrected
from korpu_mobility.admissions.inputs import Agreement, Language, Level, Organisation, Programme, Residence, Unit
from korpu_mobility.admissions.policies.applicant import require_once, take_applicant
from korpu_mobility.admissions.policies.basis import require_basis
from korpu_mobility.admissions.refusals.basis import BasisIncomplete, BasisResting, BasisUnknown
from korpu_mobility.admissions.refusals.course import AdmissionTwice, CitizenshipUnfit, EducationCountryMissing
from korpu_mobility.admissions.tables import Admission
from korpu_mobility.people.interface import PERSON_REFUSALS
from korpu_mobility.permissions import OFFICE


class CorrectAdmission(Corrects):
    """What is given replaces what was written; what is left out stays."""

    unit: Unit | None = None
    basis: Basis | None = None
    organisation_id: Organisation = None
    agreement_id: Agreement = None
    programme: Programme | None = None
    level: Level | None = None
    language: Language | None = None
    funding: Funding | None = None
    academic_year: AcademicYear | None = None
    residence: Residence = None


@admissions.changes(
    who=OFFICE,
    when=UNDECIDED,
    emits=[AdmissionCorrected],
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
async def correct_admission(admission: Admission, command: CorrectAdmission, uow: UnitOfWork) -> None:
    """Write down anew what is applied for, while nothing was decided."""
    admission.education_country = await take_applicant(admission.person_id, uow)
    for name in command.model_fields_set - set(Changes.model_fields):
        if (value := getattr(command, name)) is not None:
            setattr(admission, name, value)
    await require_basis(admission, uow)
    await require_once(admission, uow)
    await uow.emit(admission, AdmissionCorrected())
