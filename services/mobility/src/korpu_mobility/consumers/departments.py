"""What departments answer to requests of ours: foreign input, believed only where it is theirs to say."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import cast, select
from sqlalchemy.dialects.postgresql import JSONB

from korpu_chassis.commands.state import Fact
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.foreign.answers import Form, answer_of, owner_of, reason_of, require_newer, word_of
from korpu_chassis.foreign.consumer import Foreign, Refusals
from korpu_chassis.messaging.envelope import Incoming
from korpu_chassis.refusals import Refusal
from korpu_mobility.admissions.domain.requests import arrangements
from korpu_mobility.admissions.parts import HelpDepartment
from korpu_mobility.admissions.policies import answers
from korpu_mobility.admissions.refusals.requests import ArrangementNotTheirs, ArrangementUnknown
from korpu_mobility.admissions.tables import Admission
from korpu_mobility.department_requests import HelpRules, HelpStatus
from korpu_mobility.trips.domain.help import trip_help
from korpu_mobility.trips.parts import TripHelpDepartment
from korpu_mobility.trips.policies import help as answers_of_trips
from korpu_mobility.trips.refusals.help import TripHelpNotTheirs
from korpu_mobility.trips.tables import Trip

FORM = Form(by="department", types="departments.request")


class AnswerRefused(Fact):
    """An answer had no effect; the state says where it lies, whose it is and why."""


@dataclass(frozen=True)
class Asking:
    """An aggregate that asks departments: by which rules, and how an answer takes effect."""

    table: type[Any]
    rules: HelpRules
    not_theirs: type[Refusal]
    settle: Callable[..., Awaitable[None]]


ASKING = (
    Asking(Admission, arrangements, ArrangementNotTheirs, answers.settle),
    Asking(Trip, trip_help, TripHelpNotTheirs, answers_of_trips.settle),
)


async def department_answered(message: Incoming, sender: str, uow: UnitOfWork) -> None:
    """Let an answer take effect if the request was made to its sender and can still be answered."""
    heard = answer_of(message, FORM)
    asking, id = await _whose(heard.request_id, uow)
    aggregate = await uow.lock(asking.table, id)
    request = asking.rules.request_of(aggregate.requests, heard.request_id)
    if not sender == heard.by == request.department:
        raise asking.not_theirs
    require_newer(message.version, request.answer_version)
    answer = HelpStatus(word_of(message, FORM))
    await asking.settle(aggregate, heard.request_id, answer, reason_of(heard), uow, version=message.version)


async def _whose(request_id: UUID, uow: UnitOfWork) -> tuple[Asking, UUID]:
    """What has made this request."""
    for asking in ASKING:
        of_request = cast(asking.table.requests, JSONB).contains([{"id": str(request_id)}])
        found = await uow.session.scalar(select(asking.table.id).where(of_request))
        if found is not None:
            return asking, found
    raise ArrangementUnknown


department_answers = Foreign(
    topic="departments.answers.v1",
    senders=frozenset(each.value for each in (*HelpDepartment, *TripHelpDepartment)),
    refusals=Refusals("answer", "departments.refusals.v1", AnswerRefused),
    handler=department_answered,
    addressed=lambda message: owner_of(message) == "mobility",
)
