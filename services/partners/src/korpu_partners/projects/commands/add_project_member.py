"""`AddProjectMember`: let somebody join a project."""

from typing import Annotated
from uuid import UUID

from pydantic import Field
from uuid_utils.compat import uuid7

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Day
from korpu_partners.projects.aggregate import WORKERS, projects
from korpu_partners.projects.domain.lifecycle import STAFFED, MemberRole
from korpu_partners.projects.domain.rules import require_new_member
from korpu_partners.projects.facts import JointProjectTeamChanged
from korpu_partners.projects.parts import ProjectMember
from korpu_partners.projects.refusals.general import EndsBeforeItStarts, MemberTwice
from korpu_partners.projects.tables import JointProject


class AddProjectMember(Changes):
    """Who joins, for what and from when."""

    person_id: UUID
    role: MemberRole
    since: Annotated[Day | None, Field(description="Today, if left out.")] = None
    until: Day | None = None


@projects.changes(who=WORKERS, when=STAFFED, emits=[JointProjectTeamChanged], refuses=[MemberTwice, EndsBeforeItStarts])
async def add_project_member(project: JointProject, command: AddProjectMember, uow: UnitOfWork) -> None:
    """Let somebody join a project."""
    since = command.since or uow.today
    if command.until and command.until < since:
        raise EndsBeforeItStarts("until", starts=since, ends=command.until)
    member = ProjectMember(id=uuid7(), person_id=command.person_id, role=command.role, since=since, until=command.until)
    require_new_member(project.members, member)
    project.members = (*project.members, member)
    await uow.emit(project, JointProjectTeamChanged(member_id=member.id, how="joined"))
