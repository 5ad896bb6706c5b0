"""What a joint project has brought forth: written down once, put right when wrong, taken away when it was not there."""

from datetime import date
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import Field
from uuid_utils.compat import uuid7

from korpu_chassis.commands.command import Changes, Corrects
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import LocalizedText
from korpu_chassis.validation.codes import Day, Doi, HttpUrl
from korpu_partners.corrections import FORGOTTEN
from korpu_partners.people import DEPARTMENT
from korpu_partners.projects import messages as says
from korpu_partners.projects.fields import Reason, Title
from korpu_partners.projects.funding import not_in_the_future
from korpu_partners.projects.lifecycle import FRUITFUL, OutputKind, ProjectStatus
from korpu_partners.projects.parts import ProjectOutput
from korpu_partners.projects.refusals import OutputTwice, ProjectDatedInTheFuture, UnknownOutput, WithoutOutputs
from korpu_partners.projects.room import WORKERS, projects
from korpu_partners.projects.tables import JointProject
from korpu_partners.several import one_of, put, without


class RecordProjectOutput(Changes):
    """What has come out, and where it is found."""

    kind: OutputKind
    title: Title
    on: Day
    doi: Doi | None = None
    url: HttpUrl | None = None


@projects.changes(
    who=WORKERS,
    when=FRUITFUL,
    emits=[says.JointProjectOutputRecorded],
    refuses=[OutputTwice, ProjectDatedInTheFuture],
)
async def record_project_output(project: JointProject, command: RecordProjectOutput, uow: UnitOfWork) -> None:
    """Record what a project has brought forth, each thing once; it may come out after the end."""
    given = command.model_dump(include={"kind", "on", "doi", "url"})
    output = ProjectOutput(id=uuid7(), title=LocalizedText.of(command.title), **given)
    check_output(project, output, uow.today)
    project.outputs, project.no_outputs = (*project.outputs, output), None
    await uow.emit(project, says.JointProjectOutputRecorded(output_id=output.id))


class OutputForget(StrEnum):
    """What may be known of an output, and may be forgotten again."""

    DOI = "doi"
    URL = "url"


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
    emits=[says.JointProjectOutputCorrected],
    refuses=[UnknownOutput, OutputTwice, ProjectDatedInTheFuture],
)
async def correct_project_output(project: JointProject, command: CorrectProjectOutput, uow: UnitOfWork) -> None:
    """Put right what is known of an output; an edited title leaves its translations outdated."""
    held = output_of(project, command.output_id)
    given = command.model_dump(include={"kind", "on", "doi", "url"}, exclude_none=True)
    output = held.model_copy(update={**dict.fromkeys(command.forget), **given})
    if command.title:
        output = output.model_copy(update={"title": output.title.edited(command.title)})
    check_output(project, output, uow.today)
    project.outputs = put(project.outputs, output)
    await uow.emit(project, says.JointProjectOutputCorrected(output_id=output.id))


class RemoveProjectOutput(Changes):
    """Which output the project has not brought forth, and why it stood there."""

    output_id: UUID
    reason: Reason


@projects.changes(
    who=DEPARTMENT,
    when=FRUITFUL,
    emits=[says.JointProjectOutputRemoved],
    refuses=[UnknownOutput, WithoutOutputs],
)
async def remove_project_output(project: JointProject, command: RemoveProjectOutput, uow: UnitOfWork) -> None:
    """Take an output away that is not the project's; a closed project keeps one at least."""
    left = without(project.outputs, output_of(project, command.output_id))
    if project.status == ProjectStatus.CLOSED and not left:
        raise WithoutOutputs("output_id")
    project.outputs = left
    await uow.emit(project, says.JointProjectOutputRemoved(output_id=command.output_id, reason=command.reason))


def output_of(project: JointProject, output_id: UUID) -> ProjectOutput:
    """The output of this id."""
    return one_of(project.outputs, output_id, UnknownOutput("output_id"))


def check_output(project: JointProject, output: ProjectOutput, today: date) -> None:
    """An output is there, and no other has its DOI."""
    not_in_the_future(output.on, today)
    known = {each.doi.lower() for each in without(project.outputs, output) if each.doi}
    if output.doi and output.doi.lower() in known:
        raise OutputTwice("doi")
