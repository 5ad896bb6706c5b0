"""What is written about a selection."""

from decimal import Decimal
from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.validation.codes import Day, Text, sent_decimal, whole_number
from korpu_mobility.selections.parts import Quota

MOST_MEMBERS = 30

Members = Annotated[tuple[UUID, ...], Field(max_length=MOST_MEMBERS, description="Members of staff, three at least.")]
Quorum = Annotated[
    int, Field(strict=True, ge=1, le=MOST_MEMBERS, description="So many scores every application needs."), whole_number
]
ScoreDay = Annotated[Day, Field(description="The last day to score.")]
PassMark = Annotated[
    Decimal,
    Field(ge=0, le=100, decimal_places=2, description="Below this mean nobody gets a place."),
    sent_decimal(100, r"^(100|[0-9]{1,2}(\.[0-9]{1,2})?)$"),
]
Reason = Annotated[Text, Field(max_length=1000, description="Whoever reads the selection reads it.")]
Quotas = Annotated[tuple[Quota, ...], Field(max_length=200)]
