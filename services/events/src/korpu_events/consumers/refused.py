"""Which answers of departments had no effect, for the staff: whose, when and why."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel

from korpu_chassis.foreign.consumer import RefusedMessage, latest_refused
from korpu_chassis.http.middleware import PROBLEM_RESPONSE
from korpu_chassis.refusals import Forbidden, Unauthenticated
from korpu_chassis.runtime.routes import answer, context_of
from korpu_events.permissions import AUDITOR, HEAD, OFFICER

router = APIRouter(tags=["departments"])

MOST = 500


class RefusedAnswers(BaseModel):
    """The refused answers, the latest first."""

    refused: list[RefusedMessage]


@router.get(
    "/answers/refused", response_model=RefusedAnswers, responses=dict.fromkeys((401, 403, 422, 503), PROBLEM_RESPONSE)
)
async def refused_answers(request: Request, most: Annotated[int, Query(ge=1, le=MOST)] = 100) -> Response:
    """List the answers of departments that had no effect in the last year, the latest first; never their content."""
    principal = await context_of(request).principal(request)
    if principal.is_anonymous:
        raise Unauthenticated
    if not any(role.borne_by(principal) for role in (OFFICER, HEAD, AUDITOR)):
        raise Forbidden
    async with context_of(request).database.transaction() as session:
        return answer(RefusedAnswers(refused=await latest_refused(session, most)))
