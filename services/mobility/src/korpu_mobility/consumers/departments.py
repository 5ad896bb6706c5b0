"""What departments answer to the requests of admissions: foreign input, believed only where it is theirs to say."""

from sqlalchemy import cast, select
from sqlalchemy.dialects.postgresql import JSONB

from korpu_chassis.commands.state import Fact
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.foreign.answers import Form, answer_of, owner_of, reason_of, require_newer, word_of
from korpu_chassis.foreign.consumer import Foreign, Refusals
from korpu_chassis.messaging.envelope import Incoming
from korpu_mobility.admissions.domain.requests import request_of
from korpu_mobility.admissions.parts import HelpDepartment, HelpStatus
from korpu_mobility.admissions.policies.answers import settle
from korpu_mobility.admissions.refusals.requests import ArrangementNotTheirs, ArrangementUnknown
from korpu_mobility.admissions.tables import Admission

FORM = Form(by="department", types="departments.request")


class AnswerRefused(Fact):
    """An answer had no effect; the state says where it lies, whose it is and why."""


async def department_answered(message: Incoming, sender: str, uow: UnitOfWork) -> None:
    """Let an answer take effect if the request was made to its sender and can still be answered."""
    heard = answer_of(message, FORM)
    of_request = cast(Admission.requests, JSONB).contains([{"id": str(heard.request_id)}])
    admission_id = await uow.session.scalar(select(Admission.id).where(of_request))  # type: ignore[call-overload]
    if admission_id is None:
        raise ArrangementUnknown
    admission = await uow.lock(Admission, admission_id)
    request = request_of(admission.requests, heard.request_id)
    if not sender == heard.by == request.department:
        raise ArrangementNotTheirs
    require_newer(message.version, request.answer_version)
    answer = HelpStatus(word_of(message, FORM))
    await settle(admission, heard.request_id, answer, reason_of(heard), uow, version=message.version)


department_answers = Foreign(
    topic="departments.answers.v1",
    senders=frozenset(each.value for each in HelpDepartment),
    refusals=Refusals("answer", "departments.refusals.v1", AnswerRefused),
    handler=department_answered,
    addressed=lambda message: owner_of(message) == "mobility",
)
