"""`CorrectVisit`: put right what was written about a visit; its days are moved by rescheduling."""

from uuid import UUID

from korpu_chassis.commands.command import Corrects
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Text
from korpu_events.consumers.organisations import Organisations, known_as
from korpu_events.fields import Line, Title
from korpu_events.permissions import COORDINATOR, HEAD, OFFICER
from korpu_events.visits.aggregate import visits
from korpu_events.visits.domain.lifecycle import UNFINISHED
from korpu_events.visits.domain.vocabulary import Rank
from korpu_events.visits.facts import VisitCorrected
from korpu_events.visits.tables import Visit


class CorrectVisit(Corrects):
    """What is to be written differently; what is left out stays."""

    title: Title | None = None
    purpose: Text | None = None
    organisations: Organisations | None = None
    head_level: Rank | None = None
    letter: Line | None = None
    letter_id: UUID | None = None


@visits.changes(who=[OFFICER, HEAD, COORDINATOR.of("unit")], when=UNFINISHED, emits=[VisitCorrected])
async def correct_visit(visit: Visit, command: CorrectVisit, uow: UnitOfWork) -> None:
    """Put right what was written about a visit; its days are moved by rescheduling."""
    given = command.model_dump(exclude={"id", "seen", "idempotency_key", "title"}, exclude_none=True)
    if command.organisations is not None:
        given["organisations"] = await known_as(command.organisations, uow)
    for name, value in given.items():
        setattr(visit, name, value)
    if command.title:
        visit.title = visit.title.edited(command.title)
    await uow.emit(visit, VisitCorrected())
