"""Reading what is never published of trips: reasons, reports, money, insurance, and whom to call."""

from enum import StrEnum
from typing import Annotated, Any

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, Field
from sqlmodel import col

from korpu_chassis.commands.permission import Role
from korpu_chassis.runtime.routes import PROBLEMS, LoggedBatch, answer, asked, takes
from korpu_mobility.permissions import AUDITOR, DESK, FINANCE, OFFICE, RECTORATE, THE_PERSON
from korpu_mobility.restricted_fields import told
from korpu_mobility.trips.tables import Trip

router = APIRouter(tags=["trips"])


class TripField(StrEnum):
    """What was written about a trip and concerns only the traveller and those who arrange it."""

    REASON = "reason"
    JUSTIFICATION = "justification"
    INSURANCE = "insurance"
    EMERGENCY_CONTACT = "emergency_contact"
    FUNDING = "funding"
    PROVIDED = "provided"
    ALLOWANCE = "allowance"
    ALLOWANCE_TOTAL = "allowance_total"
    ADVANCE = "advance"
    SPENT = "spent"
    BALANCE = "balance"
    REPORT = "report"
    CHECK_IN_NOTE = "check_in_note"


MONEY = (*OFFICE, FINANCE, RECTORATE, AUDITOR, THE_PERSON)
READERS: dict[TripField, tuple[Role, ...]] = {
    TripField.REASON: (*DESK, AUDITOR, RECTORATE, THE_PERSON),
    TripField.JUSTIFICATION: (*DESK, AUDITOR, RECTORATE, THE_PERSON),
    TripField.INSURANCE: (*OFFICE, AUDITOR, THE_PERSON),
    # Whoever is to be called is somebody else's family: only those know who would call.
    TripField.EMERGENCY_CONTACT: (*OFFICE, THE_PERSON),
    TripField.CHECK_IN_NOTE: (*OFFICE, THE_PERSON),
    TripField.FUNDING: MONEY,
    TripField.PROVIDED: MONEY,
    TripField.ALLOWANCE: MONEY,
    TripField.ALLOWANCE_TOTAL: MONEY,
    TripField.ADVANCE: MONEY,
    TripField.SPENT: MONEY,
    TripField.BALANCE: MONEY,
    TripField.REPORT: (*DESK, FINANCE, RECTORATE, AUDITOR, THE_PERSON),
}


class ReadTrips(LoggedBatch):
    """Some fields of some trips."""

    fields: Annotated[tuple[TripField, ...], Field(min_length=1, max_length=len(TripField))]


class TripsRead(BaseModel):
    """Those of the trips asked for of which the caller may read something; the others are absent without a hint."""

    trips: list[dict[str, Any]]


@router.post("/trips/read", response_model=TripsRead, responses=PROBLEMS, openapi_extra=takes(ReadTrips))
async def read_trips(request: Request) -> Response:
    """Read what was written about some trips, as far as the caller may; every look is logged under the traveller."""
    async with asked(request, ReadTrips) as (question, uow):
        found = await uow.find(Trip, col(Trip.id).in_(question.ids))
        return answer(TripsRead(trips=await told(found, question.fields, READERS, question.purpose, uow)))
