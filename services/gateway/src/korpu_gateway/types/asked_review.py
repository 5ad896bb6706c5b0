"""What a reviewer is asked to read, as the owner tells it to that reviewer alone."""

from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

import strawberry
from strawberry.types import Info

from korpu_gateway.owners.personal import ASKED_REVIEWS
from korpu_gateway.reads.declared import part
from korpu_gateway.reads.fields import at
from korpu_gateway.types.publication import Manuscript
from korpu_gateway.types.values import LocalizedText
from korpu_gateway.types.words.publication import PublicationKind, ReviewRound

if TYPE_CHECKING:
    from korpu_gateway.reads.reading import Reading


@part
class AskedReview:
    """A review that the caller owes: of what and by when, with the copies that name no author."""

    review_id: UUID = at()
    publication_id: UUID = at()
    code: str = at()
    title: LocalizedText = at()
    kind: PublicationKind = at()
    discipline: str = at()
    round: ReviewRound = at()
    due: date = at()
    copies: list[Manuscript] = at()


async def _asked(info: Info) -> list[AskedReview] | None:
    reading: Reading = info.context
    told: Any = await reading.personal.asks(ASKED_REVIEWS)
    return told  # type: ignore[no-any-return]


def asked_reviews_field() -> Any:
    """The reviews that the caller owes, in the schema."""
    told = "The reviews that the caller still owes, the next due first; who wrote the texts is not told."
    return strawberry.field(resolver=_asked, description=told)
