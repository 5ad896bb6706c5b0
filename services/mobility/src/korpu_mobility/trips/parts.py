"""The pieces of a trip: what is kept in its row and, unless it is personal, carried by its messages."""

from datetime import date
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.persistence.store import Part
from korpu_chassis.validation.codes import Country, Day, Text
from korpu_mobility.department_requests import AskedHelp
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


class TripHelp(StrEnum):
    """What a traveller needs, and departments of the university give."""

    SUPPORT_LETTER = "support_letter"
    TICKETS = "tickets"
    LODGING = "lodging"
    INTERPRETER = "interpreter"


class TripHelpDepartment(StrEnum):
    """Who is asked for it."""

    MIGRATION_LIAISON = "migration_liaison"
    FINANCE = "finance"
    INTERPRETERS = "interpreters"


class TripHelpRequest(AskedHelp):
    """What a department is asked for, so that somebody can travel; by when, and how it stands."""

    help: TripHelp
    department: TripHelpDepartment


class LateTripHelp(Part):
    """A request that nobody has answered in time."""

    request_id: UUID
    department: TripHelpDepartment
    help: TripHelp
    due: date


class Approval(Part):
    """One yes to a trip; who gave it stands in the audit."""

    by: Approver
    on: date


class CheckIn(StrEnum):
    """What is known of a traveller in a country whose risk was raised."""

    ASKED = "asked"
    SAFE = "safe"
    NEEDS_HELP = "needs_help"
    SILENT = "silent"


class CheckInAnswer(StrEnum):
    """What a traveller answers who is asked."""

    SAFE = "safe"
    NEEDS_HELP = "needs_help"
