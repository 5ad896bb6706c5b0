"""What is written about a trip when it is planned."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.validation.codes import Day, Personal, Text
from korpu_mobility.trips.parts import Leg

MOST_LEGS = 20
MOST_COMPANIONS = 30
MOST_LINES = 50

Way = Annotated[tuple[Leg, ...], Field(min_length=1, max_length=MOST_LEGS)]
Companions = Annotated[
    tuple[UUID, ...], Field(max_length=MOST_COMPANIONS, description="Members of staff who travel along.")
]
Purpose = Annotated[Text, Field(max_length=500)]
Organisation = Annotated[UUID | None, Field(description="Who invites.")]
Letter = Annotated[UUID | None, Field(description="The registered letter with the invitation and its scan.")]
Cover = Annotated[UUID | None, Field(description="Who takes over the teaching meanwhile.")]
Unit = Annotated[Text | None, Field(max_length=100, description="The traveller's unit; coordinators name it.")]
OrderNumber = Annotated[Text, Field(max_length=40)]
Reason = Annotated[Text, Personal, Field(max_length=1000)]
Justification = Annotated[
    Text | None, Personal, Field(max_length=2000, description="Why the trip is necessary where the risk is high.")
]
OrderDate = Annotated[Day, Field(description="The day of the order.")]
Note = Annotated[Text | None, Personal, Field(max_length=1000, description="Where one is, and what is needed.")]
