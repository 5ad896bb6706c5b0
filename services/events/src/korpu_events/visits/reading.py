"""Reading what messages do not carry: members in one batch, papers, and the readiness list."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import ColumnElement, select, true
from sqlmodel import col

from korpu_chassis.codes import Text
from korpu_chassis.doors import PROBLEM_RESPONSE
from korpu_chassis.http import answer, door_of, read_body, takes
from korpu_chassis.identity import Principal
from korpu_chassis.refusals import NotFound, Unauthenticated
from korpu_events.people import AUDITOR, COORDINATOR, HEAD, OFFICER, RECTORATE
from korpu_events.visits.parts import Check, Invitation, RequestStatus
from korpu_events.visits.readiness import lacking
from korpu_events.visits.room import visits
from korpu_events.visits.tables import MemberDocument, Visit, VisitMember

router = APIRouter(tags=["visits"])
MOST = 500
PROBLEMS: dict[int | str, dict[str, Any]] = dict.fromkeys((400, 401, 404, 413, 415, 422, 503), PROBLEM_RESPONSE)
ALL_MEMBERS = (OFFICER, HEAD, RECTORATE, AUDITOR)
RESTRICTED = (OFFICER, HEAD, AUDITOR)


class MemberField(StrEnum):
    """What can be asked about a member of a delegation; the last five are restricted."""

    NAME = "name"
    NATIVE_NAME = "native_name"
    POSITION = "position"
    EMAIL = "email"
    PHONE = "phone"
    PASSPORT_NUMBER = "passport_number"
    PASSPORT_COUNTRY = "passport_country"
    PASSPORT_EXPIRES = "passport_expires"
    BORN_ON = "born_on"
    NEEDS = "needs"


class ReadMembers(BaseModel):
    """Some fields of some members."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    ids: Annotated[tuple[UUID, ...], Field(max_length=MOST)]
    fields: Annotated[tuple[MemberField, ...], Field(min_length=1, max_length=len(MemberField))]
    purpose: Annotated[Text | None, Field(max_length=200, description="Why; it stands in the access log.")] = None


class MembersRead(BaseModel):
    """Those of the members asked for whom the caller may read; the others are absent without a hint."""

    members: list[dict[str, Any]]


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


class Readiness(BaseModel):
    """Whether a visit can be confirmed, and what it waits for, the most urgent first."""

    ready: bool
    waiting: list[str]
    lines: list[ReadinessLine]


@router.post("/visit-members/read", response_model=MembersRead, responses=PROBLEMS, openapi_extra=takes(ReadMembers))
async def read_members(request: Request) -> Response:
    """Read some fields of some members; whom the caller may not read is absent, and every look is written down."""
    principal, door = await _caller(request), door_of(request)
    question = await read_body(request, ReadMembers)
    fields = sorted(set(question.fields))
    plain = [each for each in fields if each in VisitMember.model_fields]
    hidden = [each for each in fields if each in MemberDocument.model_fields] if _among(RESTRICTED, principal) else []
    async with door.database.transaction() as session:
        work = door.work(session, request, principal, "ReadMembers")
        known = await session.scalars(
            select(VisitMember)
            .join(Visit, col(Visit.id) == col(VisitMember.visit_id))
            .where(col(VisitMember.id).in_(question.ids), _own_rows(principal))
            .order_by(col(VisitMember.id))
        )
        members = {row.id: {"id": row.id, "visit_id": row.visit_id, **_picked(row, plain)} for row in known}
        if hidden:
            for document in await work.find(MemberDocument, col(MemberDocument.id).in_(members)):
                members[document.id] |= _picked(document, hidden)
        await work.log_read(list(members), [*plain, *hidden], question.purpose)
        return answer(MembersRead(members=list(members.values())))


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


async def _caller(request: Request) -> Principal:
    principal = await door_of(request).principal(request)
    if principal.is_anonymous:
        raise Unauthenticated
    return principal


async def _readable(request: Request, visit_id: UUID) -> Visit:
    principal, door = await _caller(request), door_of(request)
    async with door.database.transaction() as session:
        visit = await session.get(Visit, visit_id)
        if visit is None or not any(role.admits(principal, visit) for role in visits.readers):
            raise NotFound("id")
        return visit


def _among(roles: tuple[Any, ...], principal: Principal) -> bool:
    return any(role.name in principal.roles for role in roles)


def _own_rows(principal: Principal) -> ColumnElement[bool]:
    """The visits whose members the caller may read: all for the department, the own unit's for a coordinator."""
    if _among(ALL_MEMBERS, principal):
        return true()
    units = principal.units if COORDINATOR.name in principal.roles else frozenset[str]()
    return col(Visit.unit).in_(units)


def _picked(row: VisitMember | MemberDocument, fields: list[MemberField]) -> dict[str, Any]:
    return {field.value: getattr(row, field.value) for field in fields}
