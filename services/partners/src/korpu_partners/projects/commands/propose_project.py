"""`ProposeProject`: let a proposal go to the funder; it is whole, and nobody approves what they wrote."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.permissions import DEPARTMENT
from korpu_partners.projects.aggregate import projects
from korpu_partners.projects.domain.funding import NEEDED
from korpu_partners.projects.domain.lifecycle import ProjectStatus
from korpu_partners.projects.domain.rules import missing
from korpu_partners.projects.facts import (
    JointProjectProposed,
)
from korpu_partners.projects.refusals.general import ProposalIncomplete, ProposerIsAuthor
from korpu_partners.projects.tables import JointProject


class ProposeProject(Changes):
    """The head, or an officer who neither wrote nor shaped it, lets the proposal go to the funder."""


def require_whole(project: JointProject) -> None:
    """A proposal says all that a funder asks for."""
    if lacking := missing({name: getattr(project, name) for name in NEEDED}):
        raise ProposalIncomplete(missing=", ".join(lacking))


@projects.changes(
    who=DEPARTMENT,
    when=[ProjectStatus.IDEA],
    to=[ProjectStatus.PROPOSED],
    emits=[JointProjectProposed],
    refuses=[ProposalIncomplete, ProposerIsAuthor],
    requires=[require_whole],
    barred={"author": ProposerIsAuthor, "shaped_by": ProposerIsAuthor},
)
async def propose_project(project: JointProject, command: ProposeProject, uow: UnitOfWork) -> None:
    """Let a proposal go to the funder; it is whole, and nobody approves what they wrote."""
    project.status, project.proposed_on, project.reason = ProjectStatus.PROPOSED, uow.today, None
    await uow.emit(project, JointProjectProposed())
