"""`ReturnProject`: return a proposal for repair; that is not a rejection, and the head lets it go anew."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.permissions import DEPARTMENT
from korpu_partners.projects.aggregate import projects
from korpu_partners.projects.domain.lifecycle import ProjectStatus
from korpu_partners.projects.facts import JointProjectReturned
from korpu_partners.projects.fields import Reason
from korpu_partners.projects.tables import JointProject


class ReturnProject(Changes):
    """What is to be reworked in the proposal."""

    reason: Reason


@projects.changes(who=DEPARTMENT, when=[ProjectStatus.PROPOSED], to=[ProjectStatus.IDEA], emits=[JointProjectReturned])
async def return_project(project: JointProject, command: ReturnProject, uow: UnitOfWork) -> None:
    """Return a proposal for repair; that is not a rejection, and the head lets it go anew."""
    project.status, project.proposed_on, project.reason = ProjectStatus.IDEA, None, command.reason
    await uow.emit(project, JointProjectReturned(reason=command.reason))
