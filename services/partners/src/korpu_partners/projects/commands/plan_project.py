"""`PlanProject`, `ShapeProject`."""

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import LocalizedText
from korpu_partners.projects.aggregate import WORKERS, projects
from korpu_partners.projects.domain.lifecycle import GRANTED, ProjectStatus
from korpu_partners.projects.facts import (
    JointProjectPlanned,
    JointProjectShaped,
)
from korpu_partners.projects.inputs import PlanProject, ShapeProject
from korpu_partners.projects.policies.plan import SHAPE_REFUSALS, require_known_grounds, shape
from korpu_partners.projects.refusals.general import ConsentOfFunderMissing, OutsideTheGrant
from korpu_partners.projects.tables import JointProject


@projects.creates(who=WORKERS, to=[ProjectStatus.IDEA], emits=[JointProjectPlanned], refuses=SHAPE_REFUSALS)
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
    await require_known_grounds(command.agreement_id, command.origin, uow)
    await shape(project, command, uow)
    project.code = f"{series}-{await uow.number(series):03d}"
    await uow.emit(project, JointProjectPlanned())
    return project


@projects.changes(
    who=WORKERS,
    when=[ProjectStatus.IDEA, *GRANTED],
    emits=[JointProjectShaped],
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
    await uow.emit(project, JointProjectShaped(reason=command.reason))
