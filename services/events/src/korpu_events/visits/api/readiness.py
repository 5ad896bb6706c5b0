"""Reading what messages do not carry of a visit: its papers, and what it waits for."""

from datetime import date
from uuid import UUID

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict

from korpu_chassis.refusals import NotFound
from korpu_chassis.runtime.routes import answer, context_of
from korpu_events.visits.aggregate import visits
from korpu_events.visits.api.members import PROBLEMS, caller
from korpu_events.visits.domain.readiness import lacking
from korpu_events.visits.domain.vocabulary import RequestStatus
from korpu_events.visits.parts import Check
from korpu_events.visits.surroundings import Invitation
from korpu_events.visits.tables import Visit

router = APIRouter(tags=["visits"])


class Papers(BaseModel):
    """What is written about a visit and stays in the office."""

    model_config = ConfigDict(from_attributes=True)

    checks: tuple[Check, ...]
    invitations: tuple[Invitation, ...]
    briefing: str | None
    press_plan: str | None
    minutes: str | None
    no_follow_up: str | None


class ReadinessLine(BaseModel):
    """One thing that a visit waits for, or has."""

    request_id: UUID
    department: str
    what: str
    due: date
    status: RequestStatus
    late: bool
    reason: str | None
    people: int | None


class Readiness(BaseModel):
    """Whether a visit can be confirmed, and what it waits for, the most urgent first."""

    ready: bool
    waiting: list[str]
    lines: list[ReadinessLine]


@router.get("/visit/{id}/papers", response_model=Papers, responses=PROBLEMS)
async def read_papers(request: Request, id: UUID) -> Response:
    """Read the checks, letters, briefing, press plan and minutes of a visit."""
    return answer(Papers.model_validate(await _readable(request, id)))


@router.get("/visit/{id}/readiness", response_model=Readiness, responses=PROBLEMS)
async def read_readiness(request: Request, id: UUID) -> Response:
    """Read what a visit waits for before it can be confirmed, by due date."""
    visit = await _readable(request, id)
    lines = [
        ReadinessLine(request_id=each.id, **each.model_dump(include=set(ReadinessLine.model_fields)))
        for each in sorted(visit.requests, key=lambda each: (each.due, each.department))
    ]
    waiting = lacking(visit.requests, programme=bool(visit.programme), members=bool(visit.members))
    return answer(Readiness(ready=not waiting, waiting=waiting, lines=lines))


async def _readable(request: Request, visit_id: UUID) -> Visit:
    principal, context = await caller(request), context_of(request)
    async with context.database.transaction() as session:
        visit = await session.get(Visit, visit_id)
        if visit is None or not any(role.admits(principal, visit) for role in visits.readers):
            raise NotFound("id")
        return visit
