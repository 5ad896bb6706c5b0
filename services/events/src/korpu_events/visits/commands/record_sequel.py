"""`RecordSequel`: say what came of a visit."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_events.fields import Line
from korpu_events.permissions import HEAD, OFFICER
from korpu_events.visits.aggregate import visits
from korpu_events.visits.domain.lifecycle import REPORTABLE, VisitStatus
from korpu_events.visits.domain.vocabulary import OutcomeKind
from korpu_events.visits.facts import VisitSequelRecorded
from korpu_events.visits.surroundings import Sequel
from korpu_events.visits.tables import Visit


class RecordSequel(Changes):
    """Of which kinds it was, none if nothing came of it, and what, or why not; said again, it is put right."""

    kinds: Annotated[tuple[OutcomeKind, ...], Field(max_length=len(OutcomeKind))] = ()
    text: Line


@visits.changes(who=[OFFICER, HEAD], when=[*REPORTABLE, VisitStatus.CLOSED], emits=[VisitSequelRecorded])
async def record_sequel(visit: Visit, command: RecordSequel, uow: UnitOfWork) -> None:
    """Say what came of a visit: it is asked after a year, and may be said before."""
    kinds = tuple(dict.fromkeys(command.kinds))
    visit.sequel = Sequel(on=uow.today, kinds=kinds, text=command.text)
    await uow.emit(visit, VisitSequelRecorded(kinds=kinds))
