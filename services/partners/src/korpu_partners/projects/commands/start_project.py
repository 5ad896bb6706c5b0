"""`StartProject`: record that work has begun, within the days of the grant."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Day
from korpu_partners.permissions import DEPARTMENT
from korpu_partners.projects.aggregate import projects
from korpu_partners.projects.domain.funding import require_not_in_future, require_within_grant
from korpu_partners.projects.domain.lifecycle import ProjectStatus
from korpu_partners.projects.facts import (
    JointProjectStarted,
)
from korpu_partners.projects.refusals.general import OutsideTheGrant, ProjectDatedInTheFuture
from korpu_partners.projects.tables import JointProject


class StartProject(Changes):
    """The day on which work began."""

    on: Day


@projects.changes(
    who=DEPARTMENT,
    when=[ProjectStatus.FUNDED],
    to=[ProjectStatus.ACTIVE],
    emits=[JointProjectStarted],
    refuses=[ProjectDatedInTheFuture, OutsideTheGrant],
)
async def start_project(project: JointProject, command: StartProject, uow: UnitOfWork) -> None:
    """Record that work has begun, within the days of the grant."""
    require_not_in_future(command.on, uow.today)
    require_within_grant(project, command.on)
    project.status, project.started_on = ProjectStatus.ACTIVE, command.on
    await uow.emit(project, JointProjectStarted(on=command.on))
