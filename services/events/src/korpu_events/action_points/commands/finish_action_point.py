"""`FinishActionPoint`: say that a commitment is kept; somebody else verifies it."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Text
from korpu_events.action_points.aggregate import action_points
from korpu_events.action_points.domain.lifecycle import UNDONE, ActionPointStatus
from korpu_events.action_points.facts import ActionPointDone
from korpu_events.action_points.policies.origins import tell_origin
from korpu_events.action_points.refusals import VerifierIsDoer, WithoutEvidence
from korpu_events.action_points.tables import ActionPoint
from korpu_events.permissions import COORDINATOR, HEAD, OFFICER, STAFF


class FinishActionPoint(Changes):
    """Which commitment is kept, and by what one can see it."""

    evidence: Annotated[
        Text | None, Field(description="Where one can see that it is done; not needed when a file of it shows that.")
    ] = None


@action_points.changes(
    who=[OFFICER, HEAD, COORDINATOR.of("unit"), STAFF.own("owner_id")],
    when=UNDONE,
    to=[ActionPointStatus.DONE],
    emits=[ActionPointDone],
    refuses=[VerifierIsDoer, WithoutEvidence],
)
async def finish_action_point(point: ActionPoint, command: FinishActionPoint, uow: UnitOfWork) -> None:
    """Say that a commitment is kept, and where one sees it; who is to verify it does not say so."""
    if point.verifier_id is not None and uow.principal.person_id == point.verifier_id:
        raise VerifierIsDoer
    if command.evidence is None and not point.files:
        raise WithoutEvidence("evidence")
    point.done_on, point.done_by, point.evidence = uow.today, uow.principal.subject, command.evidence
    await uow.emit(point, ActionPointDone(on=uow.today))
    await tell_origin(point, uow)
