"""What depends on things, asked of their owner before they are stopped: for those who may read the things."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any, TypeVar
from uuid import UUID

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, create_model
from sqlmodel import col

from korpu_chassis.commands.aggregate import AggregateDefinition
from korpu_chassis.commands.impact import Dependent, impact_code
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.persistence.store import Aggregate
from korpu_chassis.runtime.routes import PROBLEMS, Batch, answer, asked, takes

A = TypeVar("A", bound=Aggregate)
Depending = Callable[[A, UnitOfWork], Awaitable[Sequence[Dependent]]]


def impact_routes(
    definition: AggregateDefinition[A], plural: str, dependent: type[Dependent], depending: Depending[A]
) -> APIRouter:
    """`POST /<plural>/impact/read` `{ids}`: what depends on each, and the code that confirms that it was looked at."""
    router = APIRouter(tags=["reading"])
    named = definition.name.title().replace("_", "")
    question = create_model(f"Read{named}Impacts", __base__=Batch)
    told = _answered(named, plural, dependent)
    table: Any = definition.table

    @router.post(
        f"/{plural}/impact/read",
        response_model=told,
        responses=PROBLEMS,
        openapi_extra=takes(question),
        operation_id=f"read_{definition.name}_impacts",
    )
    async def read_impacts(request: Request) -> Response:
        """Read what would be touched if some of them stopped now; who may not read one is told nothing of it."""
        async with asked(request, question) as (wanted, uow):
            found = await uow.find(table, col(table.id).in_(wanted.ids))
            seen = [each for each in found if definition.shows(each, uow.principal)]
            impacts = [{"id": each.id, "impact": _impact(await depending(each, uow))} for each in seen]
        return answer(told(**{plural: impacts}))

    return router


def _impact(dependents: Sequence[Dependent]) -> dict[str, Any]:
    return {"impact": impact_code(dependents), "dependents": [each.model_dump() for each in dependents]}


def _answered(named: str, plural: str, dependent: type[Dependent]) -> type[BaseModel]:
    impact: Any = create_model(
        f"{named}Impact",
        impact=(str, ...),
        dependents=(list[dependent], ...),  # type: ignore[valid-type]
    )
    of_one: Any = create_model(f"{named}ImpactOf", id=(UUID, ...), impact=(impact, ...))
    fields: dict[str, Any] = {plural: (list[of_one], ...)}
    return create_model(f"{named}ImpactsRead", **fields)
