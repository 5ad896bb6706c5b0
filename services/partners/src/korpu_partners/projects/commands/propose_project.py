"""`ProposeProject`: let a proposal go to the funder; it is whole, and nobody approves what they wrote."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.permissions import HEAD
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
    """The head lets the proposal go to the funder."""


@projects.changes(
    who=[HEAD],
    when=[ProjectStatus.IDEA],
    to=[ProjectStatus.PROPOSED],
    emits=[JointProjectProposed],
    refuses=[ProposalIncomplete, ProposerIsAuthor],
    barred={"author": ProposerIsAuthor, "shaped_by": ProposerIsAuthor},
)
async def propose_project(project: JointProject, command: ProposeProject, uow: UnitOfWork) -> None:
    """Let a proposal go to the funder; it is whole, and nobody approves what they wrote."""
    if lacking := missing({name: getattr(project, name) for name in NEEDED}):
        raise ProposalIncomplete(missing=", ".join(lacking))
    project.status, project.proposed_on, project.reason = ProjectStatus.PROPOSED, uow.today, None
    await uow.emit(project, JointProjectProposed())
