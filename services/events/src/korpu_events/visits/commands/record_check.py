"""`RecordCheck`: write down what a check has found; a later check of the same kind takes its place."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Text
from korpu_events.permissions import HEAD, OFFICER
from korpu_events.visits.aggregate import visits
from korpu_events.visits.domain.lifecycle import VisitStatus, require_room
from korpu_events.visits.domain.vocabulary import CheckKind
from korpu_events.visits.facts import VisitChecked
from korpu_events.visits.parts import Check
from korpu_events.visits.refusals.course import ListFull
from korpu_events.visits.tables import Visit


class RecordCheck(Changes):
    """The result of one look at the visit."""

    kind: CheckKind
    clear: Annotated[bool, Field(description="False when the check has found a concern.")]
    note: Text | None = None


@visits.changes(who=[OFFICER, HEAD], when=[VisitStatus.SCREENING], emits=[VisitChecked], refuses=[ListFull])
async def record_check(visit: Visit, command: RecordCheck, uow: UnitOfWork) -> None:
    """Write down what a check has found; a later check of the same kind takes its place."""
    require_room(visit.checks)
    check = Check(kind=command.kind, clear=command.clear, note=command.note, by=uow.principal.subject, on=uow.today)
    visit.checks = (*visit.checks, check)
    await uow.emit(visit, VisitChecked(kind=check.kind, clear=check.clear))
