"""What a nomination asks."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.commands.command import Creates
from korpu_chassis.validation.codes import AcademicYear, Cefr, Day, Eqf, IscedF, Term, Text
from korpu_mobility.mobilities.domain.lifecycle import Funding


class NominatePerson(Creates):
    """A person is put forward for a seat; who sends and who receives follows from the condition."""

    person_id: UUID
    condition_id: Annotated[UUID, Field(description="The condition of an agreement that gives the seat.")]
    unit: Annotated[Text | None, Field(max_length=100, description="The person's unit; coordinators name it.")] = None
    academic_year: AcademicYear
    term: Term | None = None
    planned_from: Day
    planned_to: Day
    level: Annotated[Eqf, Field(description="The level of the studies, EQF.")]
    field: Annotated[IscedF, Field(description="The field of study, ISCED-F 2013.")]
    language_level: Annotated[Cefr | None, Field(description="Shown in the condition's language.")] = None
    funding: Funding = Funding.NONE
    wait: Annotated[bool, Field(description="Stand in line if no seat is left; otherwise that is refused.")] = True
