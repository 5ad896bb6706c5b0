"""`CorrectProjectOutput`: put right what is known of an output."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.commands.command import Corrects
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Day, Doi, HttpUrl
from korpu_partners.corrections import FORGOTTEN
from korpu_partners.parts import put
from korpu_partners.projects.aggregate import WORKERS, projects
from korpu_partners.projects.domain.lifecycle import FRUITFUL, OutputKind
from korpu_partners.projects.domain.outputs import OutputForget, output_of, require_new_output
from korpu_partners.projects.facts import (
    JointProjectOutputCorrected,
)
from korpu_partners.projects.fields import Title
from korpu_partners.projects.refusals.general import OutputTwice, ProjectDatedInTheFuture, UnknownOutput
from korpu_partners.projects.tables import JointProject


class CorrectProjectOutput(Corrects):
    """What of an output is otherwise than it was written down; what is left out stays."""

    output_id: UUID
    kind: OutputKind | None = None
    title: Title | None = None
    on: Day | None = None
    doi: Doi | None = None
    url: HttpUrl | None = None
    forget: Annotated[tuple[OutputForget, ...], Field(max_length=2, description=FORGOTTEN)] = ()


@projects.changes(
    who=WORKERS,
    when=FRUITFUL,
    emits=[JointProjectOutputCorrected],
    refuses=[UnknownOutput, OutputTwice, ProjectDatedInTheFuture],
)
async def correct_project_output(project: JointProject, command: CorrectProjectOutput, uow: UnitOfWork) -> None:
    """Put right what is known of an output; an edited title leaves its translations outdated."""
    held = output_of(project, command.output_id)
    given = command.model_dump(include={"kind", "on", "doi", "url"}, exclude_none=True)
    output = held.model_copy(update={**dict.fromkeys(command.forget), **given})
    if command.title:
        output = output.model_copy(update={"title": output.title.edited(command.title)})
    require_new_output(project, output, uow.today)
    project.outputs = put(project.outputs, output)
    await uow.emit(project, JointProjectOutputCorrected(output_id=output.id))
