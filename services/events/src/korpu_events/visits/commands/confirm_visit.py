"""`ConfirmVisit`: confirm a visit once it has people, a programme and the yes of every department."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Text
from korpu_events.permissions import HEAD, OFFICER
from korpu_events.visits.aggregate import visits
from korpu_events.visits.domain.lifecycle import VisitStatus
from korpu_events.visits.domain.readiness import lacking
from korpu_events.visits.facts import VisitConfirmed
from korpu_events.visits.refusals.requests import NotReady
from korpu_events.visits.tables import Visit


class ConfirmVisit(Changes):
    """Which visit is ready."""

    despite: Annotated[Text | None, Field(description="Why it is confirmed although something is missing.")] = None


@visits.changes(
    who=[OFFICER, HEAD],
    when=[VisitStatus.PLANNING],
    to=[VisitStatus.CONFIRMED],
    emits=[VisitConfirmed],
    refuses=[NotReady],
)
async def confirm_visit(visit: Visit, command: ConfirmVisit, uow: UnitOfWork) -> None:
    """Confirm a visit once it has people, a programme and the yes of every department."""
    waiting = lacking(visit.requests, programme=bool(visit.programme), members=bool(visit.members))
    if waiting and command.despite is None:
        raise NotReady("despite", waiting="; ".join(waiting))
    uow.why = command.despite
    visit.status = VisitStatus.CONFIRMED
    await uow.emit(visit, VisitConfirmed())
