"""`EndProjectEarly`: record that work ended before the grant did; its reports are written all the same."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Day
from korpu_partners.permissions import HEAD
from korpu_partners.projects.aggregate import projects
from korpu_partners.projects.domain.funding import require_not_in_future, require_within_grant
from korpu_partners.projects.domain.lifecycle import GRANTED, ProjectStatus
from korpu_partners.projects.facts import (
    JointProjectEndedEarly,
)
from korpu_partners.projects.fields import Reason
from korpu_partners.projects.refusals.general import OutsideTheGrant, ProjectDatedInTheFuture
from korpu_partners.projects.tables import JointProject


class EndProjectEarly(Changes):
    """The last day of work, and why it is not the grant's last day; the funder's reports stay due."""

    on: Day
    reason: Reason


@projects.changes(
    who=[HEAD],
    when=GRANTED,
    to=[ProjectStatus.ACTIVE],
    emits=[JointProjectEndedEarly],
    refuses=[ProjectDatedInTheFuture, OutsideTheGrant],
)
async def end_project_early(project: JointProject, command: EndProjectEarly, uow: UnitOfWork) -> None:
    """Record that work ended before the grant did; its reports are written all the same."""
    require_not_in_future(command.on, uow.today)
    require_within_grant(project, command.on)
    project.status, project.ended_early_on, project.reason = ProjectStatus.ACTIVE, command.on, command.reason
    await uow.emit(project, JointProjectEndedEarly(on=command.on, reason=command.reason))
