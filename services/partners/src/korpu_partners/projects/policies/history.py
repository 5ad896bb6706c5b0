"""Joint projects of the past: entered as what they were, so that nobody is reminded of what is long over."""

from dataclasses import dataclass
from datetime import date

from uuid_utils.compat import uuid7

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import LocalizedText
from korpu_partners.projects.domain.lifecycle import ProjectStatus, ReportKind
from korpu_partners.projects.facts import JointProjectEntered, JointProjectWithdrawn
from korpu_partners.projects.inputs import PlanProject
from korpu_partners.projects.parts import ProjectReport
from korpu_partners.projects.policies.grants import require_free_grant
from korpu_partners.projects.policies.plan import require_known_grounds, shape
from korpu_partners.projects.tables import JointProject

OUTPUTS_UNTOLD = "Köhnə siyahıda nəticələr yazılmayıb · The old register tells no outputs"


@dataclass(frozen=True)
class OldProject:
    """What an old register says of a project beyond its plan: how it stands, and under which grant."""

    plan: PlanProject
    status: ProjectStatus
    grant_number: str | None = None
    number: str | None = None


def standing(starts: date | None, ends: date | None, today: date) -> ProjectStatus:
    """How a project stands by its days alone: over, at work, or paid for and still to begin."""
    if ends and ends < today:
        return ProjectStatus.CLOSED
    return ProjectStatus.FUNDED if starts and starts > today else ProjectStatus.ACTIVE


async def of_the_past(old: OldProject, uow: UnitOfWork) -> JointProject:
    """The project that a register describes, if it can have been; it has no number yet, and nothing is said of it."""
    plan = old.plan
    project = JointProject(
        status=old.status,
        title=LocalizedText.of(plan.title),
        summary=LocalizedText.of(plan.summary) if plan.summary else None,
        responsible=uow.principal.subject,
        shaped_by=uow.principal.subject,
        unit=plan.unit,
        agreement_id=plan.agreement_id,
    )
    await require_known_grounds(plan.agreement_id, None, uow)
    await shape(project, plan, uow)
    if old.grant_number:
        await require_free_grant(project, old.grant_number, uow)
    _stand(project, old, uow.today)
    return project


def _stand(project: JointProject, old: OldProject, today: date) -> None:
    """Its days as they follow from how it stands; who works on it still owes the funder the last report."""
    if old.status not in {ProjectStatus.CLOSED, ProjectStatus.ACTIVE, ProjectStatus.FUNDED}:
        return
    project.grant_number, project.funded_on = old.grant_number, min(project.starts or today, today)
    if old.status == ProjectStatus.CLOSED:
        project.started_on, project.no_outputs = project.starts, OUTPUTS_UNTOLD
        project.closed_on = min(project.ends or today, today)
        return
    project.started_on = project.starts if old.status == ProjectStatus.ACTIVE else None
    due = max(project.ends or today, today)
    project.reports = (ProjectReport(id=uuid7(), kind=ReportKind.FINAL, due=due),)


async def enter(project: JointProject, old: OldProject, uow: UnitOfWork) -> None:
    """Give it the next number of the year in which it began, and say that it was entered."""
    series = f"PRJ-{(project.starts or project.ends or uow.today).year}"
    project.code = f"{series}-{await uow.number(series):03d}"
    await uow.emit(project, JointProjectEntered(number=old.number))


async def annul(project: JointProject, reason: str, uow: UnitOfWork) -> None:
    """Take back what was entered by mistake; its grant number is free again."""
    project.status, project.reason, project.grant_number = ProjectStatus.WITHDRAWN, reason, None
    project.reports, project.funded_on, project.closed_on, project.overdue = (), None, None, False
    await uow.emit(project, JointProjectWithdrawn(reason=reason))
