"""Which answers of others had no effect, for the staff: whose, when and why."""

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel

from korpu_chassis.commands.permission import Role
from korpu_chassis.foreign.consumer import RefusedMessage, latest_refused
from korpu_chassis.http.middleware import PROBLEM_RESPONSE
from korpu_chassis.refusals import Forbidden, Unauthenticated
from korpu_chassis.runtime.routes import answer, context_of

MOST = 500


class RefusedAnswers(BaseModel):
    """The refused answers, the latest first."""

    refused: list[RefusedMessage]


def refused_answer_routes(readers: Sequence[Role]) -> APIRouter:
    """The list of what was refused, for the bearers of these roles."""
    router = APIRouter(tags=["answers"])

    @router.get(
        "/answers/refused",
        response_model=RefusedAnswers,
        responses=dict.fromkeys((401, 403, 422, 503), PROBLEM_RESPONSE),
    )
    async def refused_answers(request: Request, most: Annotated[int, Query(ge=1, le=MOST)] = 100) -> Response:
        """List the answers that had no effect in the last year, the latest first; never their content."""
        principal = await context_of(request).principal(request)
        if principal.is_anonymous:
            raise Unauthenticated
        if not any(role.borne_by(principal) for role in readers):
            raise Forbidden
        async with context_of(request).database.transaction() as session:
            return answer(RefusedAnswers(refused=await latest_refused(session, most)))

    return router
