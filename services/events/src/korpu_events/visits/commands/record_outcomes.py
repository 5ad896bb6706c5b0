"""`RecordOutcomes`: write down what was said, achieved and promised."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Text
from korpu_events.permissions import HEAD, OFFICER
from korpu_events.visits.aggregate import visits
from korpu_events.visits.domain.lifecycle import TAKES_PLACE
from korpu_events.visits.facts import VisitOutcomesRecorded
from korpu_events.visits.surroundings import Outcome
from korpu_events.visits.tables import Visit


class RecordOutcomes(Changes):
    """What was said and what was achieved, in full."""

    minutes: Annotated[Text | None, Field(max_length=4000, description="They stay in the office.")] = None
    outcomes: Annotated[tuple[Outcome, ...], Field(max_length=100, description="Results and commitments.")] = ()


@visits.changes(who=[OFFICER, HEAD], when=TAKES_PLACE, emits=[VisitOutcomesRecorded])
async def record_outcomes(visit: Visit, command: RecordOutcomes, uow: UnitOfWork) -> None:
    """Write down what was said, achieved and promised."""
    visit.minutes = command.minutes or visit.minutes
    visit.outcomes = command.outcomes
    await uow.emit(visit, VisitOutcomesRecorded())
