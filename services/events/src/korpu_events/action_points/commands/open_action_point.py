"""`OpenActionPoint`: write down a commitment; it may be the consequence of a visit or of a proposal."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from korpu_chassis.commands.command import Creates
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.refusals import NotFound
from korpu_events.action_points.aggregate import action_points
from korpu_events.action_points.domain.lifecycle import ActionPointStatus
from korpu_events.action_points.facts import ActionPointOpened
from korpu_events.action_points.inputs import Commitment
from korpu_events.action_points.policies.opening import require_sound, write_down
from korpu_events.action_points.refusals import DueInThePast, VerifierIsOwner, WithoutOwner
from korpu_events.action_points.tables import ActionPoint
from korpu_events.permissions import COORDINATOR, HEAD, OFFICER
from korpu_events.proposals.interface import PROPOSAL_REFUSALS, enter_commitment, take_proposal
from korpu_events.visits.interface import ACTION_POINT_REFUSALS, enter_action_point, take_visit

TAKEN = {"visit": (take_visit, enter_action_point), "proposal": (take_proposal, enter_commitment)}
"""What is ours of all that a commitment may come of: how it is taken, and how the commitment is entered there."""


class Origin(BaseModel):
    """What a commitment comes of."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: Literal["visit", "agreement", "proposal", "letter", "trip"]
    id: UUID


class OpenActionPoint(Creates, Commitment):
    """What somebody commits to, by when, and who verifies it."""

    origin: Annotated[
        Origin | None, Field(description="What it comes of; a visit must be ours, and a proposal accepted.")
    ] = None


@action_points.creates(
    who=[OFFICER, HEAD, COORDINATOR.of("unit")],
    to=[ActionPointStatus.OPEN],
    emits=[ActionPointOpened],
    refuses=[DueInThePast, WithoutOwner, VerifierIsOwner, *ACTION_POINT_REFUSALS, *PROPOSAL_REFUSALS, NotFound],
)
async def open_action_point(command: OpenActionPoint, uow: UnitOfWork) -> ActionPoint:
    """Write down a commitment; one that comes of a visit or a proposal is entered there and belongs to its story."""
    require_sound(command, uow)
    origin = command.origin
    if origin is None or origin.kind not in TAKEN:
        return await write_down(command, origin.kind if origin else None, origin.id if origin else None, uow)
    take, enter = TAKEN[origin.kind]
    uow.correlation_id = await take(origin.id, "origin.id", uow)
    point = await write_down(command, origin.kind, origin.id, uow)
    await enter(origin.id, point.id, uow)
    return point
