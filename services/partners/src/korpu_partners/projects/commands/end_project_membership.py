"""`EndProjectMembership`: let somebody leave; that they were there stays known."""

from uuid import UUID

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Day
from korpu_partners.parts import one_of, put
from korpu_partners.projects.aggregate import WORKERS, projects
from korpu_partners.projects.domain.lifecycle import STAFFED
from korpu_partners.projects.facts import JointProjectTeamChanged
from korpu_partners.projects.refusals.general import EndsBeforeItStarts, UnknownMember
from korpu_partners.projects.tables import JointProject


class EndProjectMembership(Changes):
    """Who leaves, and the last day."""

    member_id: UUID
    on: Day


@projects.changes(
    who=WORKERS, when=STAFFED, emits=[JointProjectTeamChanged], refuses=[UnknownMember, EndsBeforeItStarts]
)
async def end_project_membership(project: JointProject, command: EndProjectMembership, uow: UnitOfWork) -> None:
    """Let somebody leave; that they were there stays known."""
    member = one_of(project.members, command.member_id, UnknownMember("member_id"))
    if command.on < member.since:
        raise EndsBeforeItStarts("on", starts=member.since, ends=command.on)
    project.members = put(project.members, member.model_copy(update={"until": command.on}))
    await uow.emit(project, JointProjectTeamChanged(member_id=member.id, how="left"))
