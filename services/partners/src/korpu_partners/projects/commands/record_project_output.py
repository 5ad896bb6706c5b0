"""`RecordProjectOutput`: record what a project has brought forth, each thing once."""

from uuid_utils.compat import uuid7

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import LocalizedText
from korpu_chassis.validation.codes import Day, Doi, HttpUrl
from korpu_partners.projects.aggregate import WORKERS, projects
from korpu_partners.projects.domain.lifecycle import FRUITFUL, OutputKind
from korpu_partners.projects.domain.outputs import require_new_output
from korpu_partners.projects.facts import (
    JointProjectOutputRecorded,
)
from korpu_partners.projects.fields import Title
from korpu_partners.projects.parts import ProjectOutput
from korpu_partners.projects.refusals.general import OutputTwice, ProjectDatedInTheFuture
from korpu_partners.projects.tables import JointProject


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
    emits=[JointProjectOutputRecorded],
    refuses=[OutputTwice, ProjectDatedInTheFuture],
)
async def record_project_output(project: JointProject, command: RecordProjectOutput, uow: UnitOfWork) -> None:
    """Record what a project has brought forth, each thing once; it may come out after the end."""
    given = command.model_dump(include={"kind", "on", "doi", "url"})
    output = ProjectOutput(id=uuid7(), title=LocalizedText.of(command.title), **given)
    require_new_output(project, output, uow.today)
    project.outputs, project.no_outputs = (*project.outputs, output), None
    await uow.emit(project, JointProjectOutputRecorded(output_id=output.id))
