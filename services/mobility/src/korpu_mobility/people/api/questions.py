"""Who may ask about whom."""

from typing import Any

from fastapi import Request
from pydantic import BaseModel, ConfigDict
from sqlalchemy import ColumnElement, or_
from sqlmodel import col

from korpu_chassis.http.middleware import PROBLEM_RESPONSE
from korpu_chassis.identity.access_tokens import Principal
from korpu_chassis.refusals import Unauthenticated
from korpu_chassis.runtime.routes import context_of
from korpu_mobility.people.tables import Person
from korpu_mobility.permissions import AUDITOR, COORDINATOR, OFFICE

PROBLEMS: dict[int | str, dict[str, Any]] = dict.fromkeys((400, 401, 404, 413, 415, 422, 503), PROBLEM_RESPONSE)


class Question(BaseModel):
    """What a body that asks may hold."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


def own_rows(principal: Principal) -> ColumnElement[bool]:
    """The people whom the caller may read: all for the office and the auditor, the own unit's, and oneself."""
    if any(role.name in principal.roles for role in (*OFFICE, AUDITOR)):
        return col(Person.id).is_not(None)
    itself = col(Person.id) == principal.person_id
    if COORDINATOR.name in principal.roles:
        return or_(itself, col(Person.unit).in_(principal.units))
    return itself


async def caller(request: Request) -> Principal:
    """Whoever asks; nobody asks about people without a token."""
    principal = await context_of(request).principal(request)
    if principal.is_anonymous:
        raise Unauthenticated
    return principal
