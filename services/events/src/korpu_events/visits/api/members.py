"""Reading the members of delegations in one batch; every look at a person is written down."""

from enum import StrEnum
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import ColumnElement, select, true
from sqlmodel import col

from korpu_chassis.http.middleware import PROBLEM_RESPONSE
from korpu_chassis.identity.access_tokens import Principal
from korpu_chassis.refusals import Unauthenticated
from korpu_chassis.runtime.routes import answer, context_of, read_body, takes
from korpu_chassis.validation.codes import Text
from korpu_events.permissions import AUDITOR, COORDINATOR, HEAD, OFFICER, RECTORATE
from korpu_events.visits.guests import MemberDocument, VisitMember
from korpu_events.visits.tables import Visit

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


@router.post("/visit-members/read", response_model=MembersRead, responses=PROBLEMS, openapi_extra=takes(ReadMembers))
async def read_members(request: Request) -> Response:
    """Read some fields of some members; whom the caller may not read is absent, and every look is written down."""
    principal, context = await caller(request), context_of(request)
    question = await read_body(request, ReadMembers)
    fields = sorted(set(question.fields))
    plain = [each for each in fields if each in VisitMember.model_fields]
    hidden = [each for each in fields if each in MemberDocument.model_fields] if _among(RESTRICTED, principal) else []
    async with context.database.transaction() as session:
        uow = context.unit_of_work(session, request, principal, "ReadMembers")
        known = await session.scalars(
            select(VisitMember)
            .join(Visit, col(Visit.id) == col(VisitMember.visit_id))
            .where(col(VisitMember.id).in_(question.ids), _own_rows(principal))
            .order_by(col(VisitMember.id))
        )
        members = {row.id: {"id": row.id, "visit_id": row.visit_id, **_picked(row, plain)} for row in known}
        if hidden:
            for document in await uow.find(MemberDocument, col(MemberDocument.id).in_(members)):
                members[document.id] |= _picked(document, hidden)
        await uow.log_read(list(members), [*plain, *hidden], question.purpose)
        return answer(MembersRead(members=list(members.values())))


async def caller(request: Request) -> Principal:
    """Whoever has shown who they are."""
    principal = await context_of(request).principal(request)
    if principal.is_anonymous:
        raise Unauthenticated
    return principal


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
