"""Counting people by sort: those we know, and those whose data is gone."""

from fastapi import APIRouter, Request
from pydantic import BaseModel
from sqlalchemy import func, select, union_all
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.http.middleware import PROBLEM_RESPONSE
from korpu_chassis.refusals import Forbidden, Unauthenticated
from korpu_chassis.runtime.routes import context_of
from korpu_mobility.people.domain.lifecycle import Status
from korpu_mobility.people.tables import ErasedCount, Person
from korpu_mobility.permissions import AUDITOR, OFFICE, RECTORATE

router = APIRouter(tags=["people"])
UNKNOWN = "--"
SORT = ("kind", "gender", "citizenship", "education_country")


class Counted(BaseModel):
    """How many people of one sort there are or were; `--` is unknown."""

    kind: str
    gender: str
    citizenship: str
    education_country: str
    people: int


async def count_erased(person: Person, uow: UnitOfWork) -> None:
    """Before somebody's data goes, let them count once more, as one of a sort."""
    sort = {name: getattr(person, name) or UNKNOWN for name in SORT}
    one = insert(ErasedCount).values(**sort, people=1)
    await uow.session.execute(
        one.on_conflict_do_update(index_elements=list(SORT), set_={"people": col(ErasedCount.people) + 1})
    )


@router.get(
    "/people/statistics",
    responses=dict.fromkeys((401, 403, 503), PROBLEM_RESPONSE),
)
async def count_people(request: Request) -> list[Counted]:
    """People by kind, gender, citizenship and country of prior education; erased ones still count."""
    context = context_of(request)
    principal = await context.principal(request)
    if not any(role.name in principal.roles for role in (*OFFICE, AUDITOR, RECTORATE)):
        raise Unauthenticated() if principal.is_anonymous else Forbidden()
    known = select(
        *(func.coalesce(getattr(Person, name), UNKNOWN).label(name) for name in SORT), func.count().label("n")
    )
    known = known.where(col(Person.status) == Status.REGISTERED).group_by(*(getattr(Person, name) for name in SORT))
    gone = select(*(getattr(ErasedCount, name) for name in SORT), col(ErasedCount.people).label("n"))
    both = union_all(known, gone).subquery()
    sorts = [both.c[name] for name in SORT]
    total = select(*sorts, func.sum(both.c.n).label("people")).group_by(*sorts).order_by(*sorts)
    async with context.database.transaction() as session:
        return [Counted.model_validate(dict(row)) for row in (await session.execute(total)).mappings()]
