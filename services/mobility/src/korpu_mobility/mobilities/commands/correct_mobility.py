"""`CorrectMobility`: put right what was written down wrongly about a stay."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Corrects
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import AcademicYear, Day, Eqf, IscedF, Personal, Term, Text
from korpu_mobility.learning_agreements.interface import follow_stay
from korpu_mobility.mobilities.aggregate import mobilities
from korpu_mobility.mobilities.domain.lifecycle import RECORDED
from korpu_mobility.mobilities.facts import MobilityCorrected
from korpu_mobility.mobilities.policies.correction import correct
from korpu_mobility.mobilities.refusals.corrections import NotRecordedYet, TermOutsideYear
from korpu_mobility.mobilities.refusals.days import BeforeArrival, InTheFuture, NotEarly, StaysOverlap
from korpu_mobility.mobilities.refusals.eligibility import INELIGIBLE
from korpu_mobility.mobilities.refusals.seats import NoSeatLeft
from korpu_mobility.mobilities.tables import Mobility
from korpu_mobility.permissions import OFFICE

CORRECTABLE = {"actual_from", "actual_to", "level", "field", "academic_year", "term"}


class CorrectMobility(Corrects):
    """What is named, as it was in truth; who went, who sent and who received never change."""

    actual_from: Annotated[Day | None, Field(description="The day of the arrival, once one was recorded.")] = None
    actual_to: Annotated[Day | None, Field(description="The day of the return, once one was recorded.")] = None
    level: Eqf | None = None
    field: IscedF | None = None
    academic_year: Annotated[AcademicYear | None, Field(description="The seat is one of that year then.")] = None
    term: Term | None = None
    reason: Annotated[Text, Personal, Field(max_length=1000)]


@mobilities.changes(
    who=OFFICE,
    when=RECORDED,
    emits=[MobilityCorrected],
    refuses=[
        NotRecordedYet,
        TermOutsideYear,
        InTheFuture,
        BeforeArrival,
        NotEarly,
        StaysOverlap,
        *INELIGIBLE,
        NoSeatLeft,
    ],
)
async def correct_mobility(mobility: Mobility, command: CorrectMobility, uow: UnitOfWork) -> None:
    """Put right what was written down wrongly, also after the fact; seats, line and risks follow it."""
    named = command.model_dump(include=CORRECTABLE, exclude_none=True)
    uow.why = mobility.corrected_for(command.reason)
    await correct(mobility, named, uow)
    await follow_stay(mobility.id, mobility.academic_year, uow)
