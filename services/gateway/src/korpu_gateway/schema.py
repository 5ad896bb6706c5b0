"""The schema: the portal's language put together."""

import strawberry
from strawberry.schema.config import StrawberryConfig

from korpu_gateway.reads.kinds import KINDS
from korpu_gateway.types.query import Query
from korpu_gateway.types.values import SCALARS


def schema() -> strawberry.Schema:
    """The whole schema."""
    return strawberry.Schema(
        query=Query,
        types=[kind.shown for kind in KINDS.values()],
        scalar_overrides=SCALARS,
        config=StrawberryConfig(),
    )
