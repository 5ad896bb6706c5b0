"""`CorrectGrant`: put the number of a grant right."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.permissions import DEPARTMENT
from korpu_partners.projects.aggregate import projects
from korpu_partners.projects.domain.lifecycle import GRANTED, ProjectStatus
from korpu_partners.projects.facts import JointProjectGrantCorrected
from korpu_partners.projects.fields import GrantNumber
from korpu_partners.projects.policies.grants import require_free_grant
from korpu_partners.projects.refusals.general import GrantNumberTaken
from korpu_partners.projects.tables import JointProject


class CorrectGrant(Changes):
    """The number as the funder gives it."""

    grant_number: GrantNumber


@projects.changes(
    who=DEPARTMENT,
    when=[*GRANTED, ProjectStatus.REPORTED],
    emits=[JointProjectGrantCorrected],
    refuses=[GrantNumberTaken],
)
async def correct_grant(project: JointProject, command: CorrectGrant, uow: UnitOfWork) -> None:
    """Put the number of a grant right."""
    await require_free_grant(project, command.grant_number, uow)
    before, project.grant_number = project.grant_number, command.grant_number
    await uow.emit(project, JointProjectGrantCorrected(before=before, grant_number=command.grant_number))
