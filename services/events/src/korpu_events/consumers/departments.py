"""What departments answer to the requests of visits: foreign input, believed only where it is theirs to say."""

from typing import Literal
from uuid import UUID

from prometheus_client import Counter
from pydantic import ValidationError
from sqlalchemy import cast, select
from sqlalchemy.dialects.postgresql import JSONB

from korpu_chassis.commands.state import Fact
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.foreign.consumer import Foreign, Refusals
from korpu_chassis.messaging.envelope import AUTHORITY, Incoming
from korpu_chassis.refusals import Refusal
from korpu_chassis.runtime.assembly import ConsumedState
from korpu_events.consumers.refusals import AnswerContradictsItself, AnswerMalformed, AnswerOutdated, AnswerTypeUnknown
from korpu_events.consumers.tables import HeardAnswer
from korpu_events.visits.domain.lifecycle import NEVER_HELD, VisitStatus
from korpu_events.visits.domain.readiness import request_of
from korpu_events.visits.domain.vocabulary import Department, RequestStatus
from korpu_events.visits.policies.requests import settle
from korpu_events.visits.refusals.course import VisitOver
from korpu_events.visits.refusals.requests import NotTheirs, UnknownRequest
from korpu_events.visits.tables import Visit

PASSED_OVER = Counter("korpu_answers_passed_over", "Departments' answers that had no effect", ["code"])
SHUT = (*NEVER_HELD, VisitStatus.CLOSED)


class Answer(ConsumedState):
    """What a department answers to which request; the type of the message says it, and the body may repeat it."""

    request_id: UUID
    department: Department
    answer: Literal["accepted", "rejected", "done"] | None = None


class AnswerRefused(Fact):
    """An answer had no effect; the state says where it lies, whose it is and why."""


async def department_answered(message: Incoming, sender: str, uow: UnitOfWork) -> None:
    """Let an answer take effect if the request was made to its sender and can still be answered."""
    try:
        await _take(message, sender, uow)
    except Refusal as refusal:
        PASSED_OVER.labels(refusal.code).inc()
        raise


async def _take(message: Incoming, sender: str, uow: UnitOfWork) -> None:
    answer = _answer_of(message)
    try:
        heard = Answer.model_validate(message.state)
    except ValidationError:
        raise AnswerMalformed from None
    if heard.request_id != message.subject:
        raise AnswerMalformed
    if heard.answer not in (None, answer.value):
        raise AnswerContradictsItself(type=answer.value, answer=heard.answer)
    of_request = cast(Visit.requests, JSONB).contains([{"id": str(heard.request_id)}])
    visit_id = await uow.session.scalar(select(Visit.id).where(of_request))  # type: ignore[call-overload]
    if visit_id is None:
        raise UnknownRequest
    visit = await uow.lock(Visit, visit_id)
    if not sender == heard.department == request_of(visit.requests, heard.request_id).department:
        raise NotTheirs
    if visit.status in SHUT:
        raise VisitOver(status=visit.status)
    await _newest(heard.request_id, message.version, uow)
    await settle(visit, heard.request_id, answer, uow)


def _answer_of(message: Incoming) -> RequestStatus:
    for answer in (RequestStatus.ACCEPTED, RequestStatus.REJECTED, RequestStatus.DONE):
        if message.type == f"{AUTHORITY}.departments.request.{answer.value}.v1":
            return answer
    raise AnswerTypeUnknown


async def _newest(request_id: UUID, version: int, uow: UnitOfWork) -> None:
    """Keep the version of the newest answer to a request; an answer that is not newer is refused."""
    known = await uow.session.get(HeardAnswer, request_id)
    if known and version <= known.version:
        raise AnswerOutdated(version=version, known=known.version)
    await uow.session.merge(HeardAnswer(id=request_id, version=version))


department_answers = Foreign(
    topic="departments.answers.v1",
    senders=frozenset(each.value for each in Department),
    refusals=Refusals("answer", "departments.refusals.v1", AnswerRefused),
    handler=department_answered,
)
