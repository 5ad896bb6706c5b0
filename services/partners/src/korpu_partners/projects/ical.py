"""The days of joint projects that somebody sees to."""

from collections.abc import Iterator, Sequence

from sqlmodel import col

from korpu_chassis.calendars.entry import Entry
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.identity.access_tokens import Principal
from korpu_partners.projects.aggregate import projects
from korpu_partners.projects.domain.lifecycle import GRANTED
from korpu_partners.projects.tables import JointProject

DUE = {
    "az": "Layihənin hesabatı",
    "en": "Project report due",
    "ru": "Срок отчёта по проекту",
    "de": "Projektbericht fällig",
    "fr": "Rapport de projet à remettre",
}


async def project_entries(whose: Principal, uow: UnitOfWork) -> Sequence[Entry]:
    """When the reports are due of projects that somebody is responsible for, or leads."""
    theirs = col(JointProject.responsible) == whose.subject
    if whose.person_id:
        theirs |= col(JointProject.principal_investigator_id) == whose.person_id
    found = await uow.find(JointProject, theirs, col(JointProject.status).in_(GRANTED))
    return [entry for project in found if _is_for(project, whose) for entry in _due(project)]


def _is_for(project: JointProject, whose: Principal) -> bool:
    """Whoever leads it needs no office to write its reports, only to belong to the university still."""
    leader = project.principal_investigator_id
    leads = leader is not None and leader == whose.person_id and bool(whose.roles)
    return leads or projects.shows(project, whose)


def _due(project: JointProject) -> Iterator[Entry]:
    for each in project.reports:
        if each.open:
            key = f"project-report-{each.id}"
            yield Entry(key, each.due, DUE, project.code, project.title, project.version, project.changed_at)
