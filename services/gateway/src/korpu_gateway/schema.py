"""The schema: the portal's language put together."""

from functools import cache
from pathlib import Path

import strawberry
from strawberry.schema.config import StrawberryConfig

from korpu_gateway.mutations.contracts import contracts
from korpu_gateway.mutations.mutation import mutation_type
from korpu_gateway.subscriptions.subscription import subscription_type
from korpu_gateway.types import KINDS
from korpu_gateway.types.query import query_type
from korpu_gateway.types.values import SCALARS


@cache
def schema(promised: Path | None = None) -> strawberry.Schema:
    """The whole schema; its mutations are what the owners' contracts promise, here or in the folder that is named."""
    return strawberry.Schema(
        query=query_type(),
        mutation=mutation_type(contracts(promised)),
        subscription=subscription_type(),
        types=[kind.shown for kind in KINDS.values()],
        scalar_overrides=SCALARS,
        config=StrawberryConfig(),
    )
