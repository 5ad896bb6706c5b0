"""Stories as the portal sees them: a visit, the memorandum that came of it, the seats, the student, as one chain."""

from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

import orjson
import strawberry
from strawberry.types import Info

from korpu_gateway.readmodel.story import Entry, Story
from korpu_gateway.reads.identity import global_id, identity, kind_of
from korpu_gateway.reads.kinds import KINDS, TYPES
from korpu_gateway.types.nodes import Node

if TYPE_CHECKING:
    from korpu_gateway.reads.reading import Reading

SUMMARY = 300


@strawberry.type(description="One thing that a fact has changed or added.")
class StoryChange:
    """One thing that a fact has changed or added."""

    name: str
    value: str | None


async def _node(root: strawberry.Parent[Entry], info: Info) -> Node | None:
    reading: Reading = info.context
    found: Any = await reading.loaders.one(root.kind, "id", "uuid").load(str(root.id))
    return found  # type: ignore[no-any-return]


def _at(root: strawberry.Parent[Entry]) -> datetime:
    return root.at.isoformat()  # type: ignore[return-value] # the scalar writes what it is given


def _node_id(root: strawberry.Parent[Entry]) -> strawberry.ID:
    return strawberry.ID(global_id(root.kind, root.id))


def _change(root: strawberry.Parent[Entry]) -> list[StoryChange]:
    return [StoryChange(name=name, value=_brief(value)) for name, value in root.change.items()]


def _brief(value: Any) -> str | None:
    if value is None or isinstance(value, str):
        return value
    return orjson.dumps(value).decode()[:SUMMARY]


@strawberry.type(description="One fact of a story.")
class StoryEntry:
    """One fact of a story."""

    at: datetime = strawberry.field(resolver=_at, description="When it was so.")
    fact: str = strawberry.field(description="As in `agreement.signed`.")
    version: int
    node: Node | None = strawberry.field(resolver=_node, description="The thing as it is now.")
    node_id: strawberry.ID = strawberry.field(resolver=_node_id, description="The thing's global id.")
    actor: str | None = strawberry.field(description="Who did it, for those who may know.")
    correlation_id: UUID | None
    change: list[StoryChange] = strawberry.field(resolver=_change, description="What the fact adds, in short.")


TYPES["StoryEntry"] = StoryEntry


async def _story(info: Info, of: strawberry.ID) -> list[StoryEntry] | None:
    reading: Reading = info.context
    kind = KINDS.get(kind_of(of))
    id = identity(kind.name)(of) if kind else None
    entries: Any = await Story(reading.pool, reading.principal).of(kind.name, id) if kind and id else None
    return entries  # type: ignore[no-any-return]


def story_field() -> Any:
    """The story of one thing, in the schema."""
    told = "What a thing came out of, what came out of it, and all that was said of them, in order."
    return strawberry.field(resolver=_story, description=told)
