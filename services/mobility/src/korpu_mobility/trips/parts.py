"""The pieces of a trip: what is kept in its row and, unless it is personal, carried by its messages."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from korpu_chassis.persistence.store import Part
from korpu_chassis.validation.codes import Country, Day, Text
from korpu_mobility.trips.domain.lifecycle import Approver

City = Annotated[Text, Field(max_length=100)]


class Mode(StrEnum):
    """How one travels."""

    AIR = "air"
    RAIL = "rail"
    ROAD = "road"
    SEA = "sea"


class Leg(Part):
    """One stretch of the way, from a place to the next."""

    departs: Day
    arrives: Day
    from_country: Country
    from_city: City
    to_country: Country
    to_city: City
    mode: Mode = Mode.AIR


class Approval(Part):
    """One yes to a trip; who gave it stands in the audit."""

    by: Approver
    on: date
