"""What is asked of the diary when a day has to be found."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from korpu_chassis.validation.codes import Day, whole_number

MOST_PEOPLE, MOST_RESOURCES = 50, 20
LONGEST = 92
"""Days after the first."""
Hour = Annotated[int, Field(strict=True, ge=0, le=24), whole_number]


class AskFreeTimes(BaseModel):
    """Of whom and what, between which days and hours of Baku, and for how long at least."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    people: Annotated[tuple[UUID, ...], Field(max_length=MOST_PEOPLE)] = ()
    resources: Annotated[
        tuple[UUID, ...], Field(max_length=MOST_RESOURCES, description="Rooms and cars on the office's list.")
    ] = ()
    starts: Day
    ends: Annotated[Day, Field(description=f"The last day; at most {LONGEST} days after the first.")]
    minutes: Annotated[int, Field(strict=True, ge=5, le=1440, description="How long it has to last."), whole_number] = (
        60
    )
    opens: Annotated[Hour, Field(description="The full hour, in Baku.")] = 9
    closes: Annotated[Hour, Field(description="The full hour, in Baku.")] = 18
    every_day: Annotated[bool, Field(description="Also weekends and holidays.")] = False
    without: Annotated[
        UUID | None, Field(description="A visit, an event or a trip that is to move: what it takes itself is free.")
    ] = None
