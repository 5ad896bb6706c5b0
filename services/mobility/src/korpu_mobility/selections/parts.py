"""The pieces of a selection: what applicants are compared by, and how many places there are."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.persistence.store import Part
from korpu_chassis.validation.codes import whole_number

Places = Annotated[int, Field(strict=True, ge=0, le=100_000), whole_number]


class Weight(Part):
    """How much a criterion weighs of a hundred."""

    criterion_id: UUID
    weight: int


class Quota(Part):
    """How many places there are in a destination, at most."""

    destination_id: UUID
    places: Places
