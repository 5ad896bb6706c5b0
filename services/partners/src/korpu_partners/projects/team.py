"""Who works in a joint project, and when."""

from typing import Annotated
from uuid import UUID

from pydantic import Field
from uuid_utils.compat import uuid7

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Day
from korpu_partners.projects import messages as says
from korpu_partners.projects.lifecycle import STAFFED, MemberRole
from korpu_partners.projects.parts import ProjectMember
from korpu_partners.projects.refusals import EndsBeforeItStarts, MemberTwice, UnknownMember
from korpu_partners.projects.room import WORKERS, projects
from korpu_partners.projects.rules import check_member
from korpu_partners.projects.tables import JointProject
from korpu_partners.several import one_of, put


class AddProjectMember(Changes):
    """Who joins, for what and from when."""

    person_id: UUID
    role: MemberRole
    since: Annotated[Day | None, Field(description="Today, if left out.")] = None
    until: Day | None = None


@projects.changes(
    who=WORKERS, when=STAFFED, emits=[says.JointProjectTeamChanged], refuses=[MemberTwice, EndsBeforeItStarts]
)
async def add_project_member(project: JointProject, command: AddProjectMember, uow: UnitOfWork) -> None:
    """Let somebody join a project."""
    since = command.since or uow.today
    if command.until and command.until < since:
        raise EndsBeforeItStarts("until", starts=since, ends=command.until)
    member = ProjectMember(id=uuid7(), person_id=command.person_id, role=command.role, since=since, until=command.until)
    check_member(project.members, member)
    project.members = (*project.members, member)
    await uow.emit(project, says.JointProjectTeamChanged(member_id=member.id, how="joined"))


class EndProjectMembership(Changes):
    """Who leaves, and the last day."""

    member_id: UUID
    on: Day


@projects.changes(
    who=WORKERS, when=STAFFED, emits=[says.JointProjectTeamChanged], refuses=[UnknownMember, EndsBeforeItStarts]
)
async def end_project_membership(project: JointProject, command: EndProjectMembership, uow: UnitOfWork) -> None:
    """Let somebody leave; that they were there stays known."""
    member = one_of(project.members, command.member_id, UnknownMember("member_id"))
    if command.on < member.since:
        raise EndsBeforeItStarts("on", starts=member.since, ends=command.on)
    project.members = put(project.members, member.model_copy(update={"until": command.on}))
    await uow.emit(project, says.JointProjectTeamChanged(member_id=member.id, how="left"))
