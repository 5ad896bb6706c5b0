"""On what ground a contact person's data is kept, until when, and what is left when that is over."""

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from korpu_chassis.persistence.store import Part
from korpu_chassis.validation.codes import Day, Personal, Text
from korpu_partners.organisations.parts import Datum
from korpu_partners.organisations.refusals.consents import ConsentReversed

Purpose = Literal["correspondence", "directory", "press"]
Data = Annotated[tuple[Datum, ...], Field(min_length=1, max_length=3)]


class GivenConsent(Part):
    """What a person allows, from when, until when, and where that is written."""

    purpose: Purpose = "correspondence"
    data: Data
    valid_from: Day
    valid_to: Day | None = None
    evidence: Annotated[Text, Personal, Field(max_length=500, description="Where the consent is written.")]


class ContactConsent(GivenConsent):
    """The consent of one contact person."""

    id: UUID
    contact_id: UUID
    withdrawn_on: Day | None = None

    def holds(self, day: date) -> bool:
        """Whether it was given by this day and is not over."""
        return self.withdrawn_on is None and self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


def require_ordered_consent(given: GivenConsent, today: date) -> None:
    """A consent has its days in order."""
    if given.valid_to and given.valid_to < max(given.valid_from, today):
        raise ConsentReversed("valid_to")
