"""`WithdrawProject`: give up an idea, or take a proposal back from the funder."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.permissions import DEPARTMENT
from korpu_partners.projects.aggregate import OWN_UNIT, projects
from korpu_partners.projects.domain.lifecycle import PREPARED, ProjectStatus
from korpu_partners.projects.facts import (
    JointProjectWithdrawn,
)
from korpu_partners.projects.fields import Reason
from korpu_partners.projects.tables import JointProject


class WithdrawProject(Changes):
    """Why the university does not go on."""

    reason: Reason


@projects.changes(
    who=[*DEPARTMENT, OWN_UNIT], when=PREPARED, to=[ProjectStatus.WITHDRAWN], emits=[JointProjectWithdrawn]
)
async def withdraw_project(project: JointProject, command: WithdrawProject, uow: UnitOfWork) -> None:
    """Give up an idea, or take a proposal back from the funder."""
    project.status, project.reason = ProjectStatus.WITHDRAWN, command.reason
    await uow.emit(project, JointProjectWithdrawn(reason=command.reason))
