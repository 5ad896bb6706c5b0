"""`RequestVisit`: register the wish of a delegation to come, or of ours to go."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.commands.command import Creates
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import LocalizedText
from korpu_chassis.validation.codes import Day, Text
from korpu_events.consumers.organisations import Organisations, known_as
from korpu_events.fields import Line, Title, Unit
from korpu_events.permissions import COORDINATOR, HEAD, OFFICER
from korpu_events.visits.aggregate import visits
from korpu_events.visits.domain.lifecycle import VisitStatus, require_ordered_days
from korpu_events.visits.domain.vocabulary import Direction, Rank
from korpu_events.visits.facts import VisitRequested
from korpu_events.visits.refusals.course import AlreadyPast, EndsBeforeItStarts
from korpu_events.visits.tables import Visit


class RequestVisit(Creates):
    """A delegation that wants to come, or one of ours that wants to go."""

    direction: Direction
    title: Title
    purpose: Text
    organisations: Organisations = ()
    head_level: Annotated[Rank, Field(description="The level of the head of the delegation; protocol follows from it.")]
    starts: Day
    ends: Day
    unit: Unit | None = None
    letter: Annotated[Line | None, Field(description="Number and date of the incoming letter.")] = None
    letter_id: UUID | None = None


@visits.creates(
    who=[OFFICER, HEAD, COORDINATOR.of("unit")],
    to=[VisitStatus.REQUESTED],
    emits=[VisitRequested],
    refuses=[EndsBeforeItStarts],
)
async def request_visit(command: RequestVisit, uow: UnitOfWork) -> Visit:
    """Register the wish of a delegation to come, or of ours to go."""
    require_ordered_days(command.starts, command.ends)
    if command.ends < uow.today:
        uow.warn(AlreadyPast("ends"))
    organisations = await known_as(command.organisations, uow)
    year = uow.today.year
    visit = Visit(
        **command.model_dump(exclude={"idempotency_key", "title", "organisations"}),
        organisations=organisations,
        code=f"VIS-{year}-{await uow.number(f'VIS-{year}'):03}",
        status=VisitStatus.REQUESTED,
        title=LocalizedText.of(command.title),
    )
    await uow.emit(visit, VisitRequested())
    return visit
