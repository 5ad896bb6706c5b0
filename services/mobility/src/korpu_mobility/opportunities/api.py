"""Am I eligible: what each rule of each opportunity says of whoever asks, with or without an account."""

from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel
from sqlalchemy import select
from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.http.middleware import PROBLEM_RESPONSE
from korpu_chassis.runtime.routes import answer, context_of, read_body, takes
from korpu_mobility.opportunities.aggregate import opportunities
from korpu_mobility.opportunities.domain.eligibility import Candidate, Rule, Verdict, eligibility, verdict_of
from korpu_mobility.opportunities.domain.lifecycle import OPEN
from korpu_mobility.opportunities.policies.candidates import candidate_of
from korpu_mobility.opportunities.questions import MOST, AskEligibility
from korpu_mobility.opportunities.tables import Opportunity

router = APIRouter(tags=["opportunities"])
PROBLEMS: dict[int | str, dict[str, Any]] = dict.fromkeys((400, 401, 413, 415, 422, 503), PROBLEM_RESPONSE)


class RuleFound(BaseModel):
    """What one rule says; a failed one says why, in the caller's language."""

    rule: Rule
    verdict: Verdict
    code: str | None = None
    message: str | None = None


class EligibilityFound(BaseModel):
    """What one opportunity says; `requirements` is the version that was asked."""

    id: UUID
    requirements: int
    verdict: Verdict
    rules: list[RuleFound]


class EligibilityTold(BaseModel):
    """Those of the opportunities that the caller may read, by the nearest last day; others are absent."""

    opportunities: list[EligibilityFound]


@router.post(
    "/opportunities/eligibility",
    response_model=EligibilityTold,
    responses=PROBLEMS,
    openapi_extra=takes(AskEligibility),
)
async def ask_eligibility(request: Request) -> Response:
    """Ask which rule of which opportunity somebody fails; what is said of oneself is not kept."""
    context = context_of(request)
    principal = await context.principal(request)
    question = await read_body(request, AskEligibility)
    async with context.database.transaction() as session:
        uow = context.unit_of_work(session, request, principal, "AskEligibility")
        who = await candidate_of(principal.person_id, question.given, uow)
        found = [each for each in await _asked_about(question, uow) if _shown(each, uow)]
        return answer(EligibilityTold(opportunities=[_found(each, who, uow) for each in found]))


async def _asked_about(question: AskEligibility, uow: UnitOfWork) -> list[Opportunity]:
    which = col(Opportunity.status).in_(OPEN) if question.ids is None else col(Opportunity.id).in_(question.ids)
    nearest = select(Opportunity).where(which).order_by(col(Opportunity.deadline).nulls_last(), col(Opportunity.id))
    return list(await uow.session.scalars(nearest.limit(MOST)))


def _shown(opportunity: Opportunity, uow: UnitOfWork) -> bool:
    """What was published everybody may ask about, with or without an account."""
    return opportunity.published_on is not None or opportunities.shows(opportunity, uow.principal)


def _found(opportunity: Opportunity, who: Candidate, uow: UnitOfWork) -> EligibilityFound:
    asked = opportunity.asked
    findings = eligibility(asked, who, opportunity.days.last_day or uow.today)
    language = uow.principal.language or "az"
    rules = [
        RuleFound(
            rule=each.rule,
            verdict=each.verdict,
            code=each.why.code if each.why else None,
            message=each.why.message(language) if each.why else None,
        )
        for each in findings
    ]
    return EligibilityFound(id=opportunity.id, requirements=asked.number, verdict=verdict_of(findings), rules=rules)
