"""`CorrectProject`: correct or translate the words of a project, or hand it to others."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.commands.command import Corrects
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import Texts
from korpu_partners.corrections import FORGOTTEN, corrected, worded
from korpu_partners.projects.aggregate import WORKERS, projects
from korpu_partners.projects.domain.lifecycle import LIVING
from korpu_partners.projects.facts import (
    JointProjectCorrected,
)
from korpu_partners.projects.fields import Responsible
from korpu_partners.projects.parts import Unit
from korpu_partners.projects.policies.plan import Forgettable, require_known_grounds
from korpu_partners.projects.tables import JointProject


class CorrectProject(Corrects):
    """The words in the languages that are given; what is left out stays, and what is to be forgotten goes."""

    title: Texts | None = None
    summary: Texts | None = None
    unit: Unit | None = None
    responsible: Responsible | None = None
    principal_investigator_id: UUID | None = None
    agreement_id: UUID | None = None
    forget: Annotated[tuple[Forgettable, ...], Field(max_length=3, description=FORGOTTEN)] = ()


@projects.changes(who=WORKERS, when=LIVING, emits=[JointProjectCorrected])
async def correct_project(project: JointProject, command: CorrectProject, uow: UnitOfWork) -> None:
    """Correct or translate the words of a project, or hand it to others."""
    if command.title:
        project.title = project.title.edited(command.title)
    if command.summary:
        project.summary = worded(project.summary, command.summary)
    await require_known_grounds(command.agreement_id, None, uow)
    for name, value in corrected(command).items():
        if name not in {"title", "summary"}:
            setattr(project, name, value)
    await uow.emit(project, JointProjectCorrected())
