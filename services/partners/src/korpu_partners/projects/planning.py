"""How a joint project begins: an idea, its consortium and budget, and the people and words that go with it."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from korpu_chassis.commands.command import Changes, Corrects, Creates
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import LocalizedText, Texts
from korpu_chassis.refusals import NotFound
from korpu_chassis.validation.codes import Day, Money
from korpu_partners.corrections import FORGOTTEN, corrected, worded
from korpu_partners.known import is_kept, known_organisation, rests_on
from korpu_partners.people import DEPARTMENT
from korpu_partners.projects import messages as says
from korpu_partners.projects.fields import Call, Consortium, Reason, Responsible, Summary, Title
from korpu_partners.projects.lifecycle import GRANTED, LIVING, PREPARED, ProjectStatus
from korpu_partners.projects.parts import Funder, ProjectOrigin, ProjectPartner, Unit
from korpu_partners.projects.refusals import (
    BudgetDoesNotAddUp,
    ConsentOfFunderMissing,
    ConsortiumWrong,
    EndsBeforeItStarts,
    FunderUnclear,
    OutsideTheGrant,
)
from korpu_partners.projects.room import OWN_UNIT, WORKERS, projects
from korpu_partners.projects.rules import check_budget, check_consortium, check_funder, check_period
from korpu_partners.projects.tables import JointProject

SHAPE_REFUSALS = [ConsortiumWrong, BudgetDoesNotAddUp, EndsBeforeItStarts, FunderUnclear]


class PlanProject(Creates):
    """An idea, with as much as is known of it."""

    title: Title
    summary: Summary | None = None
    partners: Consortium
    call: Call | None = None
    funder: Funder | None = None
    budget: Annotated[Money | None, Field(description="The whole project's, all partners together.")] = None
    starts: Day | None = None
    ends: Day | None = None
    unit: Annotated[Unit | None, Field(description="The faculty that does it; its coordinator works on it.")] = None
    responsible: Annotated[Responsible | None, Field(description="If left out: whoever writes it down.")] = None
    principal_investigator_id: UUID | None = None
    agreement_id: UUID | None = None
    origin: ProjectOrigin | None = None


@projects.creates(who=WORKERS, to=[ProjectStatus.IDEA], emits=[says.JointProjectPlanned], refuses=SHAPE_REFUSALS)
async def plan_project(command: PlanProject, uow: UnitOfWork) -> JointProject:
    """Write down the idea of a joint project."""
    series = f"PRJ-{uow.today.year}"
    about = {"idempotency_key", "title", "summary", "partners", "funder", "responsible", "budget", "origin"}
    project = JointProject(
        **command.model_dump(exclude=about),
        status=ProjectStatus.IDEA,
        title=LocalizedText.of(command.title),
        summary=LocalizedText.of(command.summary) if command.summary else None,
        responsible=command.responsible or uow.principal.subject,
        shaped_by=uow.principal.subject,
        origin=command.origin,
    )
    await rests_on_what_is_known(command.agreement_id, command.origin, uow)
    await shape(project, command, uow)
    project.code = f"{series}-{await uow.number(series):03d}"
    await uow.emit(project, says.JointProjectPlanned())
    return project


class ShapeProject(Changes):
    """The whole shape, as it is from now on; a grant is changed with the funder's consent alone."""

    partners: Consortium
    call: Call | None = None
    funder: Funder | None = None
    budget: Money | None = None
    starts: Day | None = None
    ends: Day | None = None
    reason: Annotated[Reason | None, Field(description="The funder's consent, if there is a grant already.")] = None


@projects.changes(
    who=WORKERS,
    when=[ProjectStatus.IDEA, *GRANTED],
    emits=[says.JointProjectShaped],
    refuses=[*SHAPE_REFUSALS, OutsideTheGrant, ConsentOfFunderMissing],
)
async def shape_project(project: JointProject, command: ShapeProject, uow: UnitOfWork) -> None:
    """Change with whom a project is done, for which call, for how much and until when."""
    began = project.started_on
    if began and ((command.starts and began < command.starts) or (command.ends and began > command.ends)):
        raise OutsideTheGrant("starts", on=began, starts=command.starts, ends=command.ends)
    if project.status in GRANTED and not command.reason:
        raise ConsentOfFunderMissing("reason")
    await shape(project, command, uow)
    project.shaped_by = uow.principal.subject
    await uow.emit(project, says.JointProjectShaped(reason=command.reason))


Forgettable = Literal["unit", "principal_investigator_id", "agreement_id"]


class CorrectProject(Corrects):
    """The words in the languages that are given; what is left out stays, and what is to be forgotten goes."""

    title: Texts | None = None
    summary: Texts | None = None
    unit: Unit | None = None
    responsible: Responsible | None = None
    principal_investigator_id: UUID | None = None
    agreement_id: UUID | None = None
    forget: Annotated[tuple[Forgettable, ...], Field(max_length=3, description=FORGOTTEN)] = ()


@projects.changes(who=WORKERS, when=LIVING, emits=[says.JointProjectCorrected])
async def correct_project(project: JointProject, command: CorrectProject, uow: UnitOfWork) -> None:
    """Correct or translate the words of a project, or hand it to others."""
    if command.title:
        project.title = project.title.edited(command.title)
    if command.summary:
        project.summary = worded(project.summary, command.summary)
    await rests_on_what_is_known(command.agreement_id, None, uow)
    for name, value in corrected(command).items():
        if name not in {"title", "summary"}:
            setattr(project, name, value)
    await uow.emit(project, says.JointProjectCorrected())


class WithdrawProject(Changes):
    """Why the university does not go on."""

    reason: Reason


@projects.changes(
    who=[*DEPARTMENT, OWN_UNIT], when=PREPARED, to=[ProjectStatus.WITHDRAWN], emits=[says.JointProjectWithdrawn]
)
async def withdraw_project(project: JointProject, command: WithdrawProject, uow: UnitOfWork) -> None:
    """Give up an idea, or take a proposal back from the funder."""
    project.status, project.reason = ProjectStatus.WITHDRAWN, command.reason
    await uow.emit(project, says.JointProjectWithdrawn(reason=command.reason))


async def rests_on_what_is_known(agreement_id: UUID | None, origin: ProjectOrigin | None, uow: UnitOfWork) -> None:
    """The agreement is there, and so is what the project came out of, as far as this service can know."""
    await rests_on(uow, agreement_id=agreement_id)
    if origin and origin.kind != "visit" and not await is_kept(origin.kind, origin.id, uow):
        raise NotFound("origin.id")


async def shape(project: JointProject, given: PlanProject | ShapeProject, uow: UnitOfWork) -> None:
    """Take a consortium, funder, budget and dates that fit together; merged organisations go on as their successors."""
    check_consortium(given.partners)
    check_funder(given.funder)
    check_budget(given.budget, given.partners)
    check_period(given.starts, given.ends)
    partners = await _going_on(given.partners, uow)
    check_consortium(partners)
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
