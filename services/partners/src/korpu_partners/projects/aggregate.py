"""The definition of joint projects: its table, its topic, who reads it, and what falls due."""

from datetime import date, timedelta

from korpu_chassis.clock import BAKU, start_of_day
from korpu_chassis.commands.aggregate import AggregateDefinition
from korpu_chassis.commands.permission import ANYONE
from korpu_chassis.commands.translation import translates
from korpu_chassis.dated_rules import rungs
from korpu_chassis.deadlines import Deadline
from korpu_documents.attaching import takes_files
from korpu_partners.files import files
from korpu_partners.permissions import COORDINATOR, DEPARTMENT, READERS
from korpu_partners.projects.facts import JointProjectEntered
from korpu_partners.projects.refusals.general import GrantNumberTaken
from korpu_partners.projects.rules import REPORT_REMINDERS
from korpu_partners.projects.state import JointProjectState
from korpu_partners.projects.tables import JointProject
from korpu_partners.projects.tasks import tasks_of

OWN_UNIT = COORDINATOR.of("unit")
WORKERS = (*DEPARTMENT, OWN_UNIT)


def deadlines_of(project: JointProject) -> list[Deadline]:
    """Reports speak before and after they are due, and the team after somebody's last day."""
    return [*_of_reports(project), *_of_members(project)]


def _of_members(project: JointProject) -> list[Deadline]:
    changed = project.changed_at.astimezone(BAKU).date()
    last = sorted({each.until for each in project.members if each.until and each.until >= changed})
    return [Deadline(start_of_day(day + timedelta(days=1)), "membership-over") for day in last]


def _of_reports(project: JointProject) -> list[Deadline]:
    """Each open report speaks before its day, by the ladder of reminders, and on the day after."""
    if not project.waits_for_reports:
        return []
    days = sorted({each.due for each in project.reports if each.open})
    since = max(project.funded_on or date.min, project.created_at.astimezone(BAKU).date())
    ahead = [
        Deadline(start_of_day(day), f"report-due-{before}")
        for due in days
        for before, day in rungs(due, REPORT_REMINDERS.forms())
        if day > since
    ]
    return [*ahead, *(Deadline(start_of_day(due + timedelta(days=1)), "report-overdue") for due in days)]


projects = AggregateDefinition(
    JointProject,
    state=JointProjectState,
    topic="partners.projects.v1",
    readers=(*READERS, ANYONE.own("team_ids")),
    deadlines=deadlines_of,
    unique={"joint_project_grant_once": GrantNumberTaken},
    tasks=tasks_of,
)
projects.also_emits(JointProjectEntered)

translates(projects, DEPARTMENT, title="title", summary="summary", outputs="outputs")
takes_files(projects, files, attach=DEPARTMENT, remove=DEPARTMENT)
