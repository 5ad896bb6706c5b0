"""`CloseProject`: close a project whose reports are accepted, with its outputs or the reason why there are none."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.permissions import DEPARTMENT
from korpu_partners.projects.aggregate import projects
from korpu_partners.projects.domain.lifecycle import ProjectStatus
from korpu_partners.projects.facts import (
    JointProjectClosed,
)
from korpu_partners.projects.fields import Reason
from korpu_partners.projects.refusals.general import ReportNotAccepted, WithoutOutputs
from korpu_partners.projects.tables import JointProject


class CloseProject(Changes):
    """Why there are no outputs, if there are none."""

    no_outputs: Annotated[Reason | None, Field(description="If nothing came out: why.")] = None


def require_accepted(project: JointProject) -> None:
    """The funder has accepted every report."""
    if any(each.accepted_on is None for each in project.reports):
        raise ReportNotAccepted("reports")


@projects.changes(
    who=DEPARTMENT,
    when=[ProjectStatus.REPORTED],
    to=[ProjectStatus.CLOSED],
    emits=[JointProjectClosed],
    refuses=[ReportNotAccepted, WithoutOutputs],
    requires=[require_accepted],
)
async def close_project(project: JointProject, command: CloseProject, uow: UnitOfWork) -> None:
    """Close a project whose reports are accepted, with its outputs or the reason why there are none."""
    if not project.outputs and not command.no_outputs:
        raise WithoutOutputs("no_outputs")
    project.status, project.closed_on = ProjectStatus.CLOSED, uow.today
    project.no_outputs = None if project.outputs else command.no_outputs
    await uow.emit(project, JointProjectClosed(outputs=len(project.outputs), no_outputs=project.no_outputs))
