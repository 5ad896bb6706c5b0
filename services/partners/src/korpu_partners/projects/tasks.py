"""What waits for whom about a joint project: the proposal, the funder's word, the reports, and the end."""

from collections.abc import Iterator
from datetime import timedelta

from korpu_chassis.commands.task import Task
from korpu_partners.projects.domain.funding import NEEDED
from korpu_partners.projects.domain.lifecycle import JUDGED, ProjectStatus
from korpu_partners.projects.domain.rules import missing
from korpu_partners.projects.tables import JointProject

WRITTEN_WITHIN = timedelta(days=30)


def tasks_of(project: JointProject) -> Iterator[Task]:
    """Everything that waits for somebody, as the project stands; the head lets proposals go."""
    responsible = (project.responsible,)
    match project.status:
        case ProjectStatus.IDEA:
            yield Task(("ProposeProject",))
            if missing({name: getattr(project, name) for name in NEEDED}):
                yield Task(("ShapeProject", "CorrectProject"), subjects=responsible)
        case ProjectStatus.PROPOSED:
            commands = ("FundProject", "RejectProject", "ReturnProject")
            yield Task(commands, since=project.proposed_on, subjects=responsible)
        case ProjectStatus.FUNDED:
            yield Task(("StartProject",), since=project.starts, due=project.starts, subjects=responsible)
        case ProjectStatus.REPORTED:
            yield Task(("CloseProject",), subjects=responsible)
    if project.status in JUDGED:
        yield from _of_reports(project, responsible)


def _of_reports(project: JointProject, responsible: tuple[str, ...]) -> Iterator[Task]:
    for report in project.reports:
        if report.open:
            since, place = report.due - WRITTEN_WITHIN, str(report.id)
            yield Task(("SubmitProjectReport",), due=report.due, since=since, subjects=responsible, part=place)
        elif report.accepted_on is None:
            commands = ("AcceptProjectReport", "ReturnProjectReport")
            yield Task(commands, since=report.submitted_on, subjects=responsible, part=str(report.id))
