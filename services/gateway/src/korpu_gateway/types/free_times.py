"""Free times: when people, rooms and cars can be had together, as the owner of the diary tells."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import strawberry
from strawberry.types import Info
from typing_extensions import override

from korpu_chassis.refusals import NotFound
from korpu_gateway.owners.personal import FREE_TIMES
from korpu_gateway.reads.declared import part
from korpu_gateway.reads.fields import Uncompiled, at, sourced
from korpu_gateway.reads.identity import global_id, identity, identity_of_any
from korpu_gateway.reads.relations import node
from korpu_gateway.types.nodes import Node

if TYPE_CHECKING:
    from korpu_gateway.reads.reading import Reading

MOST_PEOPLE = 50
"""Of more the owner says that they are too many."""


class Taken(Uncompiled):
    """The person, the room or the car that is taken."""

    @override
    async def resolve(self, value: Any, reading: "Reading", given: Mapping[str, Any]) -> Any:
        kind, id = ("person", value["person_id"]) if value["person_id"] else ("resource", value["resource_id"])
        return await node(reading, global_id(kind, id))


class Taker(Uncompiled):
    """What it is taken by."""

    @override
    async def resolve(self, value: Any, reading: "Reading", given: Mapping[str, Any]) -> Any:
        return await node(reading, global_id(value["kind"], value["id"]))


@part
class FreeHours:
    """All are free from one instant to another."""

    starts: datetime = at()
    ends: datetime = at()


@part
class BusyHours:
    """Somebody, or a room or a car, is taken by a visit, an event or a trip; what the caller may not read is null."""

    starts: datetime = at()
    ends: datetime = at()
    code: str = at()
    who: Node | None = sourced(Taken(), "The person, the room or the car.")
    by: Node | None = sourced(Taker(), "The visit, the event or the trip.")


@part
class FreeTimes:
    """Free hours in their order; the first five hundred that are taken; weekends and holidays in between."""

    free: list[FreeHours] = at()
    busy: list[BusyHours] = at()
    closed: list[date] = at()


@strawberry.input(description="Whom and what is needed together, when, and for how long.")
class FreeTimesInput:
    """Whom and what is needed together, when, and for how long."""

    starts: date
    ends: date = strawberry.field(description="The last day; at most 92 days after the first.")
    people: list[strawberry.ID] = strawberry.field(default_factory=list)
    resources: list[strawberry.ID] = strawberry.field(default_factory=list, description="Rooms and cars.")
    minutes: int = strawberry.field(default=60, description="How long it has to last.")
    opens: int = strawberry.field(default=9, description="The full hour, in Baku.")
    closes: int = strawberry.field(default=18, description="The full hour, in Baku.")
    every_day: bool = strawberry.field(default=False, description="Also weekends and holidays.")
    without: strawberry.ID | None = strawberry.field(
        default=None, description="A visit, an event or a trip that is to move: what it takes itself is free."
    )


async def _asked(info: Info, needed: FreeTimesInput) -> FreeTimes | None:
    reading: Reading = info.context
    without = identity_of_any(needed.without) if needed.without else None
    told = await reading.personal.asks(
        FREE_TIMES,
        people=await _known(reading, needed.people),
        resources=[_named("resource", each, f"resources.{place}") for place, each in enumerate(needed.resources)],
        starts=needed.starts.isoformat(),
        ends=needed.ends.isoformat(),
        minutes=needed.minutes,
        opens=needed.opens,
        closes=needed.closes,
        every_day=needed.every_day,
        without=str(without) if without else None,
    )
    return told[0] if told else None  # type: ignore[return-value] # its parts are looked up in what was told


async def _known(reading: "Reading", given: Sequence[str]) -> list[str]:
    """The ids of people that there are: nobody of another id is ever busy, and that would look like free."""
    ids = [_named("person", each, f"people.{place}") for place, each in enumerate(given)]
    found = await reading.loaders.one("person", "id", "uuid").load_many(ids[:MOST_PEOPLE])
    if None in found:
        raise NotFound(f"people.{found.index(None)}")
    return ids


def _named(kind: str, given: str, path: str) -> str:
    id = identity(kind)(given)
    if id is None:
        raise NotFound(path)
    return str(id)


def free_times_field() -> Any:
    """When people, rooms and cars can be had together, in the schema."""
    told = (
        "When all of these people, rooms and cars are free for so many minutes, between these hours of Baku on "
        "working days, and what takes the rest; for the office and auditors."
    )
    return strawberry.field(resolver=_asked, description=told)
