"""`ApproveVisit`: let the visit take place; whoever asked for it does not decide."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Text
from korpu_events.permissions import HEAD, RECTORATE
from korpu_events.visits.aggregate import visits
from korpu_events.visits.domain.lifecycle import VisitStatus, require_approvable, require_screened
from korpu_events.visits.facts import VisitApproved
from korpu_events.visits.refusals.course import ApproverIsAuthor, NotScreened, ScreeningConcern
from korpu_events.visits.tables import Visit


class ApproveVisit(Changes):
    """Which visit may take place."""

    despite: Annotated[Text | None, Field(description="Why it is approved although a check found a concern.")] = None


@visits.changes(
    who=[HEAD, RECTORATE],
    when=[VisitStatus.SCREENING],
    to=[VisitStatus.APPROVED],
    emits=[VisitApproved],
    refuses=[ApproverIsAuthor, NotScreened, ScreeningConcern],
    requires=[require_screened],
    barred={"author": ApproverIsAuthor},
)
async def approve_visit(visit: Visit, command: ApproveVisit, uow: UnitOfWork) -> None:
    """Let the visit take place; whoever asked for it does not decide."""
    require_approvable(visit.checks, command.despite)
    uow.why = command.despite
    visit.status = VisitStatus.APPROVED
    await uow.emit(visit, VisitApproved(by=uow.principal.subject))
