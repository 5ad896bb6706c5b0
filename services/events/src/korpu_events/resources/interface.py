"""What visits may ask of rooms and cars: names and ids come in, values go out."""

from collections.abc import Collection
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select, tuple_
from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_events.resources.domain.lifecycle import ResourceStatus
from korpu_events.resources.tables import Resource, ResourceSpelling


class ListedResource(NamedTuple):
    """A room or a car as visits book it."""

    id: UUID
    kind: str
    name: str
    booked_as: str
    capacity: int | None
    retired: bool


async def resource_of(id: UUID, uow: UnitOfWork) -> ListedResource | None:
    """The one with this id."""
    found = await uow.session.get(Resource, id)
    return _listed(found) if found else None


async def resources_spelled(spelled: Collection[tuple[str, str]], uow: UnitOfWork) -> dict[str, ListedResource]:
    """Those that are spelled so, by kind and spelling as they are booked: `room:aktzali`."""
    if not spelled:
        return {}
    wanted = tuple_(col(ResourceSpelling.kind), col(ResourceSpelling.spelling)).in_(sorted(spelled))
    rows = select(Resource, col(ResourceSpelling.spelling)).join(
        ResourceSpelling, col(ResourceSpelling.resource_id) == col(Resource.id)
    )
    found = await uow.session.execute(rows.where(wanted))
    return {f"{each.kind}:{spelling}": _listed(each) for each, spelling in found}


async def are_listed(kind: str, uow: UnitOfWork) -> bool:
    """Whether the office has a list of this kind at all."""
    return bool(await uow.session.scalar(select(select(Resource).where(col(Resource.kind) == kind).exists())))


def _listed(one: Resource) -> ListedResource:
    retired = one.status == ResourceStatus.RETIRED
    return ListedResource(one.id, one.kind, one.name, one.booked_as, one.capacity, retired)
