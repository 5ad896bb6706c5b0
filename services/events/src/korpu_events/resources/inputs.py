"""Fields of rooms and cars that several commands have."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.validation.codes import whole_number
from korpu_events.fields import PlaceCode

Capacity = Annotated[int, Field(ge=1, le=10_000, description="How many people it holds."), whole_number]
Spellings = Annotated[tuple[PlaceCode, ...], Field(max_length=20, description="What else it is called.")]
