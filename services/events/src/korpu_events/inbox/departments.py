"""What departments answer to the requests of visits: foreign input, believed only where it is theirs to say."""

from typing import Any, Literal
from uuid import UUID

import structlog
from prometheus_client import Counter
from pydantic import ValidationError
from sqlalchemy import cast, select
from sqlalchemy.dialects.postgresql import JSONB

from korpu_chassis.house import Heard, Message, hears
from korpu_chassis.refusals import Refusal
from korpu_chassis.work import Work
from korpu_events.visits.commands.requests import settle
from korpu_events.visits.lifecycle import NEVER_HELD
from korpu_events.visits.readiness import request_of
from korpu_events.visits.refusals.course import VisitOver
from korpu_events.visits.refusals.requests import NotTheirs, UnknownRequest
from korpu_events.visits.tables import Visit
from korpu_events.visits.words import Department, RequestStatus

log = structlog.get_logger()
PASSED_OVER = Counter("korpu_answers_passed_over", "Departments' answers that had no effect", ["code"])
MALFORMED = "answer-malformed"


class AnswerHeard(Heard):
    """What somebody says, before anybody believes it: one bad answer must not hold up those behind it."""

    request_id: Any = None
    department: Any = None
    answer: Any = None


class Answer(Heard):
    """What a department answers to which request."""

    request_id: UUID
    department: Department
    answer: Literal["accepted", "rejected", "done"]


@hears("departments.answers.v1", AnswerHeard)
async def department_answered(message: Message[AnswerHeard], work: Work) -> None:
    """Let an answer take effect if the request was made to that department and can still be answered."""
    try:
        await _take(Answer.model_validate(message.state.model_dump()), work)
    except ValidationError:
        _pass_over(MALFORMED, message)
    except Refusal as reason:
        _pass_over(reason.code, message)


def _pass_over(code: str, message: Message[AnswerHeard]) -> None:
    PASSED_OVER.labels(code).inc()
    log.warning("answer.passed_over", code=code, subject=str(message.id))


async def _take(heard: Answer, work: Work) -> None:
    of_request = cast(Visit.requests, JSONB).contains([{"id": str(heard.request_id)}])
    visit_id = await work.session.scalar(select(Visit.id).where(of_request))  # type: ignore[call-overload]
    if visit_id is None:
        raise UnknownRequest
    visit = await work.lock(Visit, visit_id)
    if visit.status in NEVER_HELD:
        raise VisitOver(status=visit.status)
    if request_of(visit.requests, heard.request_id).department != heard.department:
        raise NotTheirs
    await settle(visit, heard.request_id, RequestStatus(heard.answer), work)
