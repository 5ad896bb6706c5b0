"""What can be asked about an agreement besides its state: what depends on it, its seats, and its former terms."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request, Response
from pydantic import BaseModel

from korpu_chassis.commands.impact import impact_code
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.http.middleware import PROBLEM_RESPONSE
from korpu_chassis.identity.access_tokens import Principal
from korpu_chassis.refusals import NotFound, Unauthenticated
from korpu_chassis.runtime.impacts import impact_routes
from korpu_chassis.runtime.routes import OwnerContext, answer, context_of
from korpu_chassis.validation.codes import AcademicYear, IscedF
from korpu_partners.agreements.aggregate import agreements
from korpu_partners.agreements.domain.impact import AgreementDependent
from korpu_partners.agreements.domain.seats import Balance, Seats, admits, balance_in, seats_in
from korpu_partners.agreements.policies.dependents import dependents_of
from korpu_partners.agreements.tables import Agreement
from korpu_partners.agreements.terms import TermsVersion

router = APIRouter(
    prefix="/agreement/{id}",
    tags=["reading"],
    responses=dict.fromkeys((401, 404, 422, 503), PROBLEM_RESPONSE),
)
batches = impact_routes(agreements, "agreements", AgreementDependent, dependents_of)


class Impact(BaseModel):
    """What depends on an agreement, and the code that confirms that it was looked at."""

    impact: str
    dependents: list[AgreementDependent]


class SeatsOfYear(BaseModel):
    """The seats of one academic year, and whether both sides give as much as they take."""

    seats: list[Seats]
    balance: Balance


@router.get("/impact", response_model=Impact, operation_id="impact_of_agreement")
async def impact(request: Request, id: UUID, context: Annotated[OwnerContext, Depends(context_of)]) -> Response:
    """What would be touched if the agreement rested or ended now; needed to suspend or terminate it."""
    principal = await context.principal(request)
    async with context.database.transaction() as session:
        uow = context.unit_of_work(session, request, principal, "impact")
        told = await _impact_of(await _readable(id, uow, principal), uow)
    return answer(told)


@router.get("/terms/{version}", response_model=TermsVersion, operation_id="terms_of_agreement")
async def terms(
    request: Request, id: UUID, version: int, context: Annotated[OwnerContext, Depends(context_of)]
) -> Response:
    """The terms as they were in one version, if that was ever reviewed."""
    principal = await context.principal(request)
    async with context.database.transaction() as session:
        agreement = await _readable(id, context.unit_of_work(session, request, principal, "terms"), principal)
    held = [*agreement.former_terms, agreement.version_of_terms(agreement.changed_at.date())]
    found = next((each for each in held if each.version == version), None)
    if found is None:
        raise NotFound("version")
    return answer(found)


@router.get("/seats", response_model=SeatsOfYear, operation_id="seats_of_agreement")
async def seats(
    request: Request,
    id: UUID,
    context: Annotated[OwnerContext, Depends(context_of)],
    year: AcademicYear,
    level: Annotated[int | None, Query(ge=1, le=8)] = None,
    field: Annotated[IscedF | None, Query()] = None,
) -> Response:
    """The seats that the agreement promises in one academic year, for a level and a field if they are named."""
    principal = await context.principal(request)
    async with context.database.transaction() as session:
        agreement = await _readable(id, context.unit_of_work(session, request, principal, "seats"), principal)
    fitting = [condition for condition in agreement.conditions if admits(condition, level, field)]
    return answer(SeatsOfYear(seats=list(seats_in(fitting, year)), balance=balance_in(fitting, year)))


async def _impact_of(agreement: Agreement, uow: UnitOfWork) -> Impact:
    dependents = await dependents_of(agreement, uow)
    return Impact(impact=impact_code(dependents), dependents=dependents)


async def _readable(agreement_id: UUID, uow: UnitOfWork, principal: Principal) -> Agreement:
    agreement = await uow.session.get(Agreement, agreement_id)
    if agreement is None or not agreements.shows(agreement, principal):
        raise Unauthenticated if principal.is_anonymous else NotFound("id")
    return agreement
