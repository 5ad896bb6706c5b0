"""What a plan of a joint project rests on."""

from typing import Literal
from uuid import UUID

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.agreements.interface import require_agreement
from korpu_partners.letters.interface import require_letter
from korpu_partners.organisations.interface import known_organisation
from korpu_partners.projects.domain.rules import (
    require_clear_funder,
    require_valid_budget,
    require_valid_consortium,
    require_valid_period,
)
from korpu_partners.projects.inputs import PlanProject, ShapeProject
from korpu_partners.projects.parts import Funder, ProjectOrigin, ProjectPartner
from korpu_partners.projects.refusals.general import (
    BudgetDoesNotAddUp,
    ConsortiumWrong,
    EndsBeforeItStarts,
    FunderUnclear,
)
from korpu_partners.projects.tables import JointProject

SHAPE_REFUSALS = [ConsortiumWrong, BudgetDoesNotAddUp, EndsBeforeItStarts, FunderUnclear]


Forgettable = Literal["unit", "principal_investigator_id", "agreement_id"]


async def require_known_grounds(agreement_id: UUID | None, origin: ProjectOrigin | None, uow: UnitOfWork) -> None:
    """The agreement is there, and so is what the project came out of, as far as this service can know."""
    await require_agreement(agreement_id, uow)
    if origin and origin.kind == "agreement":
        await require_agreement(origin.id, uow, "origin.id")
    if origin and origin.kind == "letter":
        await require_letter(origin.id, uow, "origin.id")


async def shape(project: JointProject, given: PlanProject | ShapeProject, uow: UnitOfWork) -> None:
    """Take a consortium, funder, budget and dates that fit together; merged organisations go on as their successors."""
    require_valid_consortium(given.partners)
    require_clear_funder(given.funder)
    require_valid_budget(given.budget, given.partners)
    require_valid_period(given.starts, given.ends)
    partners = await _going_on(given.partners, uow)
    require_valid_consortium(partners)
    funder = given.funder
    if funder and funder.organisation_id:
        known = await known_organisation(funder.organisation_id, uow, "funder.organisation_id")
        funder = Funder(organisation_id=known)
    project.shaped(partners, funder)
    project.call, project.budget, project.starts, project.ends = given.call, given.budget, given.starts, given.ends


async def _going_on(partners: tuple[ProjectPartner, ...], uow: UnitOfWork) -> tuple[ProjectPartner, ...]:
    found = []
    for place, each in enumerate(partners):
        known = each.organisation_id
        if known:
            known = await known_organisation(known, uow, f"partners.{place}.organisation_id")
        found.append(each.model_copy(update={"organisation_id": known}))
    return tuple(found)
