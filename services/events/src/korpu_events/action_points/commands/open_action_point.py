"""`OpenActionPoint`: write down a commitment; it may be the consequence of a visit."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from korpu_chassis.commands.command import Creates
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import LocalizedText
from korpu_chassis.refusals import NotFound
from korpu_chassis.validation.codes import Day
from korpu_events.action_points.aggregate import action_points
from korpu_events.action_points.domain.lifecycle import (
    ActionPointStatus,
    Priority,
    require_still_to_come,
    require_two_people,
)
from korpu_events.action_points.facts import ActionPointOpened
from korpu_events.action_points.refusals import DueInThePast, VerifierIsOwner, WithoutOwner
from korpu_events.action_points.tables import ActionPoint
from korpu_events.fields import Title, Unit
from korpu_events.permissions import COORDINATOR, HEAD, OFFICER
from korpu_events.visits.interface import ACTION_POINT_REFUSALS, enter_action_point, take_visit


class Origin(BaseModel):
    """What a commitment comes of."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: Literal["visit", "agreement", "proposal", "letter", "trip"]
    id: UUID


class OpenActionPoint(Creates):
    """What somebody commits to, by when, and who verifies it."""

    title: Title
    due: Day
    owner_id: Annotated[UUID | None, Field(description="The person whose commitment it is.")] = None
    unit: Annotated[Unit | None, Field(description="The unit whose commitment it is.")] = None
    verifier_id: UUID | None = None
    priority: Priority = Priority.NORMAL
    origin: Annotated[Origin | None, Field(description="What it comes of; a visit must be ours.")] = None


@action_points.creates(
    who=[OFFICER, HEAD, COORDINATOR.of("unit")],
    to=[ActionPointStatus.OPEN],
    emits=[ActionPointOpened],
    refuses=[DueInThePast, WithoutOwner, VerifierIsOwner, *ACTION_POINT_REFUSALS, NotFound],
)
async def open_action_point(command: OpenActionPoint, uow: UnitOfWork) -> ActionPoint:
    """Write down a commitment; one that comes of a visit is entered in the visit and belongs to its story."""
    require_still_to_come(command.due, uow.today)
    if command.owner_id is None and command.unit is None:
        raise WithoutOwner("owner_id")
    require_two_people(command.owner_id, command.verifier_id)
    visit_id = command.origin.id if command.origin and command.origin.kind == "visit" else None
    story = await take_visit(visit_id, "origin.id", uow) if visit_id else None
    point = ActionPoint(
        **command.model_dump(include={"due", "owner_id", "unit", "verifier_id", "priority"}),
        code=f"AP-{uow.today.year}-{await uow.number(f'AP-{uow.today.year}'):03}",
        title=LocalizedText.of(command.title),
        origin_kind=command.origin.kind if command.origin else None,
        origin_id=command.origin.id if command.origin else None,
    )
    uow.correlation_id = story or uow.correlation_id
    await uow.emit(point, ActionPointOpened())
    if visit_id:
        await enter_action_point(visit_id, point.id, uow)
    return point
