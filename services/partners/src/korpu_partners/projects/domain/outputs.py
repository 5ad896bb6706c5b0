"""Outputs of a joint project: found, and checked."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from korpu_partners.parts import one_of, without
from korpu_partners.projects.domain.funding import require_not_in_future
from korpu_partners.projects.parts import ProjectOutput
from korpu_partners.projects.refusals.general import OutputTwice, UnknownOutput
from korpu_partners.projects.tables import JointProject


class OutputForget(StrEnum):
    """What may be known of an output, and may be forgotten again."""

    DOI = "doi"
    URL = "url"


def output_of(project: JointProject, output_id: UUID) -> ProjectOutput:
    """The output of this id."""
    return one_of(project.outputs, output_id, UnknownOutput("output_id"))


def require_new_output(project: JointProject, output: ProjectOutput, today: date) -> None:
    """An output is there, and no other has its DOI."""
    require_not_in_future(output.on, today)
    known = {each.doi.lower() for each in without(project.outputs, output) if each.doi}
    if output.doi and output.doi.lower() in known:
        raise OutputTwice("doi")
