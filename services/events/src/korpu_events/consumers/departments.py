"""What departments answer to the requests of visits: foreign input, believed only where it is theirs to say."""

from uuid import UUID

from prometheus_client import Counter
from sqlalchemy import cast, select
from sqlalchemy.dialects.postgresql import JSONB

from korpu_chassis.commands.state import Fact
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.foreign.answers import AnswerMalformed, Form, answer_of, owner_of, reason_of, require_newer, word_of
from korpu_chassis.foreign.consumer import Foreign, Refusals
from korpu_chassis.messaging.envelope import Incoming
from korpu_chassis.refusals import Refusal
from korpu_events.consumers.tables import HeardAnswer
from korpu_events.visits.domain.lifecycle import NEVER_HELD, VisitStatus
from korpu_events.visits.domain.readiness import request_of, require_current
from korpu_events.visits.domain.vocabulary import Department, RequestStatus
from korpu_events.visits.policies.requests import settle
from korpu_events.visits.refusals.course import VisitOver
from korpu_events.visits.refusals.requests import NotTheirs, UnknownRequest
from korpu_events.visits.tables import Visit

PASSED_OVER = Counter("korpu_answers_passed_over", "Departments' answers that had no effect", ["code"])
SHUT = (*NEVER_HELD, VisitStatus.CLOSED)
OTHERS = ("mobility",)
"""Who else reads answers, and takes those that name it; all others are ours to take or to refuse."""


FORM = Form(by="department", types="departments.request")


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
    heard = answer_of(message, FORM)
    if heard.by not in {each.value for each in Department} or heard.owner not in (None, "events"):
        raise AnswerMalformed
    of_request = cast(Visit.requests, JSONB).contains([{"id": str(heard.request_id)}])
    visit_id = await uow.session.scalar(select(Visit.id).where(of_request))  # type: ignore[call-overload]
    if visit_id is None:
        raise UnknownRequest
    visit = await uow.lock(Visit, visit_id)
    request = request_of(visit.requests, heard.request_id)
    if not sender == heard.by == request.department:
        raise NotTheirs
    if visit.status in SHUT:
        raise VisitOver(status=visit.status)
    require_current(request, heard.revision, message.time)
    await _newest(heard.request_id, message.version, uow)
    await settle(visit, heard.request_id, RequestStatus(word_of(message, FORM)), reason_of(heard), uow)


async def _newest(request_id: UUID, version: int, uow: UnitOfWork) -> None:
    """Keep the version of the newest answer to a request; an answer that is not newer is refused."""
    known = await uow.session.get(HeardAnswer, request_id)
    require_newer(version, known.version if known else None)
    await uow.session.merge(HeardAnswer(id=request_id, version=version))


department_answers = Foreign(
    topic="departments.answers.v1",
    senders=frozenset(each.value for each in Department),
    refusals=Refusals("answer", "departments.refusals.v1", AnswerRefused),
    handler=department_answered,
    addressed=lambda message: owner_of(message) not in OTHERS,
)
