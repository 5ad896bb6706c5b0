"""The door for guests without account: they ask to come, and are answered alike whoever they are."""

from typing import Any

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel

from korpu_chassis.database.limits import CROWD
from korpu_chassis.http.middleware import JSON, PROBLEM_RESPONSE
from korpu_chassis.identity.access_tokens import Principal
from korpu_chassis.runtime.routes import context_of, read_body, takes
from korpu_events.registrations.inputs import RegisterGuest
from korpu_events.registrations.policies.guest_requests import ask_at_the_door
from korpu_events.registrations.rules import CONFIRMATION

router = APIRouter(tags=["registrations"])
PROBLEMS: dict[int | str, dict[str, Any]] = dict.fromkeys((400, 404, 409, 413, 415, 422, 429, 503), PROBLEM_RESPONSE)


class GuestAsked(BaseModel):
    """What was asked is written down; a link comes by mail, also to an address that has asked before."""

    confirm_within_hours: int


@router.post(
    "/guest-registrations",
    status_code=202,
    response_model=GuestAsked,
    responses=PROBLEMS,
    openapi_extra=takes(RegisterGuest),
)
async def register_guest(request: Request) -> Response:
    """Ask for a place as a guest; the answer is the same for an address that is known here and for one that is not."""
    context, asked = context_of(request), await read_body(request, RegisterGuest)
    async with context.database.transaction(CROWD, row=asked.event_id) as session:
        uow = context.unit_of_work(session, request, Principal.anonymous, "RegisterGuest")
        await ask_at_the_door(asked, uow)
        told = GuestAsked(confirm_within_hours=CONFIRMATION.holding(uow.today).hours)
    return Response(told.model_dump_json(), 202, {"cache-control": "no-store"}, JSON)
