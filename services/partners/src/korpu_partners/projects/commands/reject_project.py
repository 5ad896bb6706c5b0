"""`RejectProject`: record that the funder has said no, with its reason."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Day
from korpu_partners.permissions import DEPARTMENT
from korpu_partners.projects.aggregate import projects
from korpu_partners.projects.domain.funding import require_not_in_future
from korpu_partners.projects.domain.lifecycle import ProjectStatus
from korpu_partners.projects.facts import (
    JointProjectRejected,
)
from korpu_partners.projects.fields import Reason
from korpu_partners.projects.refusals.general import ProjectDatedInTheFuture
from korpu_partners.projects.tables import JointProject


class RejectProject(Changes):
    """When the funder said no, and why."""

    on: Day
    reason: Reason


@projects.changes(
    who=DEPARTMENT,
    when=[ProjectStatus.PROPOSED],
    to=[ProjectStatus.REJECTED],
    emits=[JointProjectRejected],
    refuses=[ProjectDatedInTheFuture],
)
async def reject_project(project: JointProject, command: RejectProject, uow: UnitOfWork) -> None:
    """Record that the funder has said no, with its reason."""
    require_not_in_future(command.on, uow.today)
    project.status, project.reason = ProjectStatus.REJECTED, command.reason
    await uow.emit(project, JointProjectRejected(on=command.on, reason=command.reason))
