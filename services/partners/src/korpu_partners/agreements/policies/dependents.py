"""What depends on an agreement: what other services said and other aggregates keep, and what it promises itself."""

from datetime import date

from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.agreements.domain.impact import AgreementDependent
from korpu_partners.agreements.domain.lifecycle import UNSIGNED
from korpu_partners.agreements.heard import Depending, going_on
from korpu_partners.agreements.tables import Agreement
from korpu_partners.projects.interface import projects_resting_on
from korpu_partners.publications.interface import publications_resting_on

SEPTEMBER = 9


async def dependents_of(agreement: Agreement, uow: UnitOfWork) -> list[AgreementDependent]:
    """All that would be touched if the agreement rested or ended now."""
    heard = await going_on(col(Depending.agreement_ids).op("&&")([agreement.id]), uow)
    successors = await uow.find(
        Agreement, col(Agreement.predecessor_id) == agreement.id, col(Agreement.status).in_(UNSIGNED)
    )
    return [
        *(AgreementDependent(kind=each.kind, id=each.id, status=each.status) for each in heard),
        *(AgreementDependent(kind="agreement", id=each.id, status=each.status) for each in successors),
        *await _resting_on(agreement, uow),
        *_promised(agreement, uow.today),
    ]


async def _resting_on(agreement: Agreement, uow: UnitOfWork) -> list[AgreementDependent]:
    """Joint projects and publications of this service that rest on it and are not over."""
    projects = await projects_resting_on(agreement.id, uow)
    publications = await publications_resting_on(agreement.id, uow)
    return [
        *(AgreementDependent(kind="joint_project", id=id, status=status) for id, status in projects),
        *(AgreementDependent(kind="publication", id=id, status=status) for id, status in publications),
    ]


def _promised(agreement: Agreement, today: date) -> list[AgreementDependent]:
    """Seats of this academic year or later, and obligations that are not due yet."""
    year = today.year if today.month >= SEPTEMBER else today.year - 1
    seats = [each for each in agreement.conditions if int(each.last_year[:4]) >= year and each.people_per_year]
    owed = [each for each in agreement.obligations if each.due is None or each.due >= today]
    return [
        *(
            AgreementDependent(kind="seats", id=each.id, status=f"{each.people_per_year} until {each.last_year}")
            for each in seats
        ),
        *(
            AgreementDependent(kind="obligation", id=each.id, status=f"due {each.due}" if each.due else "open")
            for each in owed
        ),
    ]
