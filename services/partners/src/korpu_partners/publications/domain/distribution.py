"""Copies that were given: found, checked, and told."""

from datetime import date
from typing import Annotated, Any
from uuid import UUID

from pydantic import Field

from korpu_chassis.validation.codes import whole_number
from korpu_partners.parts import one_of, without
from korpu_partners.publications.domain.freshness import edition_in
from korpu_partners.publications.parts import Distribution
from korpu_partners.publications.refusals.readiness import GivenOnWrongDay, NoSuchGift, NotEnoughCopies
from korpu_partners.publications.tables import Publication

Copies = Annotated[int, Field(strict=True, ge=1, le=1_000_000), whole_number]
LETTER = Field(description="The letter that went with them.")


def gift_of(publication: Publication, id: UUID) -> Distribution:
    """The copies under this id."""
    return one_of(publication.distributions, id, NoSuchGift("distribution_id"))


def require_copies_left(publication: Publication, gift: Distribution, today: date) -> None:
    """Copies are of an edition that has so many left, and were given while it was out."""
    edition = edition_in(publication.kept_editions, gift.language)
    if not publication.published_on or not publication.published_on <= gift.on <= today:
        raise GivenOnWrongDay("on")
    others = [each for each in without(publication.distributions, gift) if each.language == gift.language]
    left = edition.copies - sum(each.copies for each in others)
    if gift.copies > left:
        raise NotEnoughCopies("copies", left=left)


def told(gift: Distribution) -> dict[str, Any]:
    """What messages say of copies."""
    return gift.model_dump(exclude={"id", "letter_id"})
