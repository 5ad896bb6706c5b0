"""Whose grant a number is."""

from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.projects.refusals.general import GrantNumberTaken
from korpu_partners.projects.tables import JointProject


async def require_free_grant(project: JointProject, number: str, uow: UnitOfWork) -> None:
    """A funder gives each number once; whoever reads all projects hears which one has it."""
    same = (col(JointProject.funder_key) == project.funder_key, col(JointProject.grant_number) == number)
    if project.funder_key is None:
        return
    for other in await uow.find(JointProject, *same, col(JointProject.id) != project.id):
        raise GrantNumberTaken("grant_number", project=other.code)
