"""Where visits and action points meet: a commitment may be the consequence of a visit."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from korpu_chassis.commands.command import Creates
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import LocalizedText
from korpu_chassis.refusals import NotFound, Refusal
from korpu_chassis.validation.codes import Day
from korpu_events.action_points.aggregate import action_points
from korpu_events.action_points.domain.lifecycle import ActionPointStatus, Priority, still_to_come
from korpu_events.action_points.facts import ActionPointOpened
from korpu_events.action_points.refusals import DueInThePast, WithoutOwner
from korpu_events.action_points.tables import ActionPoint
from korpu_events.permissions import COORDINATOR, HEAD, OFFICER
from korpu_events.visits.aggregate import visits
from korpu_events.visits.domain.lifecycle import TAKES_PLACE, has_room
from korpu_events.visits.facts import VisitActionPointAgreed
from korpu_events.visits.fields import Title, Unit
from korpu_events.visits.refusals.course import ListFull
from korpu_events.visits.tables import Visit


class VisitTakesNoActionPoint(Refusal):
    """Action points come of visits that take or took place and are not closed."""

    code = "visit-takes-no-action-point"
    text = {
        "az": "Bu vəziyyətdə ({status}) səfərə tapşırıq yazmaq olmaz.",
        "en": "No action point can be agreed at a visit that is {status}.",
        "ru": "К визиту в статусе «{status}» нельзя добавить поручение.",
    }


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


visits.also_emits(VisitActionPointAgreed)


@action_points.creates(
    who=[OFFICER, HEAD, COORDINATOR.of("unit")],
    to=[ActionPointStatus.OPEN],
    emits=[ActionPointOpened],
    refuses=[DueInThePast, WithoutOwner, VisitTakesNoActionPoint, ListFull, NotFound],
)
async def open_action_point(command: OpenActionPoint, uow: UnitOfWork) -> ActionPoint:
    """Write down a commitment; one that comes of a visit is entered in the visit and belongs to its story."""
    still_to_come(command.due, uow.today)
    if command.owner_id is None and command.unit is None:
        raise WithoutOwner("owner_id")
    visit = await _visit_of(command, uow)
    point = ActionPoint(
        **command.model_dump(include={"due", "owner_id", "unit", "verifier_id", "priority"}),
        code=f"AP-{uow.today.year}-{await uow.number(f'AP-{uow.today.year}'):03}",
        title=LocalizedText.of(command.title),
        origin_kind=command.origin.kind if command.origin else None,
        origin_id=command.origin.id if command.origin else None,
    )
    if visit is not None:
        uow.correlation_id = visit.correlation_id
    await uow.emit(point, ActionPointOpened())
    if visit is not None:
        visit.action_points = (*visit.action_points, point.id)
        visit.no_follow_up = None
        await uow.emit(visit, VisitActionPointAgreed(action_point_id=point.id))
    return point


async def _visit_of(command: OpenActionPoint, uow: UnitOfWork) -> Visit | None:
    if command.origin is None or command.origin.kind != "visit":
        return None
    visit = await uow.lock(Visit, command.origin.id, "origin.id")
    if visit.status not in TAKES_PLACE:
        raise VisitTakesNoActionPoint("origin.id", status=visit.status)
    has_room(visit.action_points)
    return visit
