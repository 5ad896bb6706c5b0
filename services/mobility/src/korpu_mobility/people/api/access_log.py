"""Who looked at whom."""

from datetime import datetime
from uuid import UUID

from fastapi import APIRouter, Request
from pydantic import BaseModel
from sqlalchemy import select

from korpu_chassis.persistence import store
from korpu_chassis.refusals import NotFound
from korpu_chassis.runtime.routes import context_of
from korpu_mobility.people.aggregate import ITSELF
from korpu_mobility.people.api.questions import PROBLEMS, caller
from korpu_mobility.people.tables import Person
from korpu_mobility.permissions import AUDITOR, HEAD

router = APIRouter(tags=["people"])


class Look(BaseModel):
    """Somebody looked at fields of a person."""

    id: int
    at: datetime
    subject: str
    about: UUID
    fields: list[str]
    purpose: str | None


@router.get("/person/{id}/access-log", responses=PROBLEMS)
async def read_access_log(request: Request, id: UUID) -> list[Look]:
    """Who looked at which fields of a person, when and why: for the head, the auditor and the person."""
    principal, context = await caller(request), context_of(request)
    async with context.database.transaction() as session:
        person = await session.get(Person, id)
        if person is None or not any(role.admits(principal, person) for role in (HEAD, AUDITOR, ITSELF)):
            raise NotFound("id")
        columns = [store.read_log.c[name] for name in Look.model_fields]
        looks = select(*columns).where(store.read_log.c.about == id).order_by(store.read_log.c.id)
        return [Look.model_validate(dict(each)) for each in (await session.execute(looks)).mappings()]
