"""Proposals that their owner finds: one's own, and those that are like what one wants to say."""

from typing import TYPE_CHECKING, Any

import strawberry
from strawberry.types import Info

from korpu_gateway.owners.personal import OWN_PROPOSALS, SIMILAR_PROPOSALS
from korpu_gateway.reads.declared import part
from korpu_gateway.reads.fields import at
from korpu_gateway.reads.relations import one

if TYPE_CHECKING:
    from korpu_gateway.reads.reading import Reading
    from korpu_gateway.types.proposal import Proposal


@part
class FoundProposal:
    """A proposal that was found, and how alike it is to what was asked: from 0 to 1."""

    proposal: "Proposal | None" = one("proposal", "id")
    code: str = at()
    likeness: float = at()


async def _own(info: Info) -> list[FoundProposal] | None:
    reading: Reading = info.context
    told: Any = await reading.personal.asks(OWN_PROPOSALS)
    return told  # type: ignore[no-any-return]


async def _similar(info: Info, text: str) -> list[FoundProposal] | None:
    reading: Reading = info.context
    told: Any = await reading.personal.asks(SIMILAR_PROPOSALS, text=text)
    return told  # type: ignore[no-any-return]


def own_proposals_field() -> Any:
    """What the caller has proposed, in the schema."""
    told = "What the caller has proposed, with a name or without, the newest first; nobody else is told."
    return strawberry.field(resolver=_own, description=told)


def similar_proposals_field() -> Any:
    """What others have proposed in like words, in the schema."""
    told = "What others have proposed in like words, the most alike first: to be looked at before one says it again."
    return strawberry.field(resolver=_similar, description=told)
