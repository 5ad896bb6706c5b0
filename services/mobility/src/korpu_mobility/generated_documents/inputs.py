"""What mobility's papers are asked with."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.validation.codes import AcademicYear, Term, whole_number
from korpu_documents.papers.inputs import Making, Signed


class MakeStayCertificate(Signed):
    """Which stay is certified: that it was, where, and from which day to which."""

    mobility_id: UUID


class MakeNominationList(Signed):
    """Whom we nominate to a partner, for an academic year or one term of it."""

    organisation_id: UUID
    academic_year: AcademicYear
    term: Term | None = None


class MakeLearningAgreementPaper(Making):
    """A version of a learning agreement with its tables; one that not all have signed is a draft that is marked so."""

    learning_agreement_id: UUID
    number: Annotated[
        Annotated[int, Field(ge=1, le=1000), whole_number] | None, Field(description="None: the current version.")
    ] = None


class MakeTripOrder(Signed):
    """The order by which somebody is sent abroad, as it was approved."""

    trip_id: UUID


class MakeVisaLetter(Signed):
    """A letter to a consulate that supports the visa of who travels; it names the passport, if there is one here."""

    trip_id: UUID
    addressee: Annotated[UUID | None, Field(description="The consulate, as an organisation.")] = None


class MakeSelectionMinutes(Signed):
    """Which selection the minutes are of: who compared whom by what, the ranking, and who got which place and why."""

    selection_id: UUID


class MakeStudyInvitation(Signed):
    """The letter by which somebody from abroad is invited to study, under the number and of the day of its record."""

    admission_id: UUID
    addressee: Annotated[UUID | None, Field(description="The consulate, as an organisation.")] = None
