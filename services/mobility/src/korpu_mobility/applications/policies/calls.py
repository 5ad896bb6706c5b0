"""What an application is held against: the call as everybody reads it, and the requirement set that it began under."""

from collections.abc import Sequence
from uuid import UUID

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.applications.parts import Choice
from korpu_mobility.applications.refusals.content import FactsMissing
from korpu_mobility.applications.tables import Application
from korpu_mobility.opportunities.interface import Call, Finding, GivenCandidate, Verdict, judge, published_call


def offered_by(call: Call) -> Sequence[Choice]:
    """What one can choose among."""
    return [
        Choice(destination_id=each.id, organisation_id=each.organisation_id, condition_id=each.condition_id)
        for each in call.destinations
    ]


def optional_in(call: Call) -> frozenset[UUID]:
    """The documents that may be left out."""
    return frozenset(each.id for each in call.documents if each.optional)


async def call_of(application: Application, uow: UnitOfWork) -> Call:
    """The opportunity that somebody applies to."""
    return await published_call(application.opportunity_id, uow, path=None)


async def checks_of(application: Application, uow: UnitOfWork) -> Sequence[Finding]:
    """What each rule says of the applicant, by the requirement set that the application began under."""
    call = await call_of(application, uow)
    said = application.stated or GivenCandidate()
    return await judge(call, application.requirements, application.person_id, said, uow)


async def require_eligible(application: Application, uow: UnitOfWork) -> None:
    """Refuse by the first rule that fails, or because a rule cannot be answered yet."""
    found = await checks_of(application, uow)
    for each in found:
        if each.verdict is Verdict.FAILED and each.why:
            raise each.why
    if unknown := [each.rule.value for each in found if each.verdict is Verdict.UNKNOWN]:
        raise FactsMissing("stated", rules=", ".join(dict.fromkeys(unknown)))
