"""Connections as the schema shows them: Relay's pages, with a count that is made only when asked."""

from typing import Generic, TypeVar

import strawberry

from korpu_gateway.reads.kinds import TYPES
from korpu_gateway.reads.loaders import Page

T = TypeVar("T")


@strawberry.type
class PageInfo:
    """Where a page begins and ends, and whether the list goes on."""

    has_next_page: bool
    has_previous_page: bool
    start_cursor: str | None
    end_cursor: str | None


@strawberry.type
class Edge(Generic[T]):
    """One thing in a list, and its place there."""

    node: T
    cursor: str


async def _counted(root: strawberry.Parent[Page]) -> int:
    count: int = await root.count()
    return count


@strawberry.type
class Connection(Generic[T]):
    """A page of a list."""

    edges: list[Edge[T]]
    nodes: list[T]
    page_info: PageInfo

    total_count: int = strawberry.field(resolver=_counted, description="In all pages; counted only when asked.")


TYPES["Connection"] = Connection
