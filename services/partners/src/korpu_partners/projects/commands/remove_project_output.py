"""`RemoveProjectOutput`: take an output away that is not the project's; a closed project keeps one at least."""

from uuid import UUID

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.parts import without
from korpu_partners.permissions import DEPARTMENT
from korpu_partners.projects.aggregate import projects
from korpu_partners.projects.domain.lifecycle import FRUITFUL, ProjectStatus
from korpu_partners.projects.domain.outputs import output_of
from korpu_partners.projects.facts import (
    JointProjectOutputRemoved,
)
from korpu_partners.projects.fields import Reason
from korpu_partners.projects.refusals.general import UnknownOutput, WithoutOutputs
from korpu_partners.projects.tables import JointProject


class RemoveProjectOutput(Changes):
    """Which output the project has not brought forth, and why it stood there."""

    output_id: UUID
    reason: Reason


@projects.changes(
    who=DEPARTMENT,
    when=FRUITFUL,
    emits=[JointProjectOutputRemoved],
    refuses=[UnknownOutput, WithoutOutputs],
)
async def remove_project_output(project: JointProject, command: RemoveProjectOutput, uow: UnitOfWork) -> None:
    """Take an output away that is not the project's; a closed project keeps one at least."""
    left = without(project.outputs, output_of(project, command.output_id))
    if project.status == ProjectStatus.CLOSED and not left:
        raise WithoutOutputs("output_id")
    project.outputs = left
    await uow.emit(project, JointProjectOutputRemoved(output_id=command.output_id, reason=command.reason))
