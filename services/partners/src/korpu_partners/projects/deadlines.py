"""What the clock says of joint projects, each fact once for a due day."""

from datetime import timedelta

from korpu_chassis.clock import BAKU
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.deadlines import Deadline
from korpu_partners.projects.aggregate import projects
from korpu_partners.projects.domain.rules import is_late
from korpu_partners.projects.facts import (
    JointProjectMembershipsOver,
    JointProjectReportOverdue,
    JointProjectReportReminded,
)
from korpu_partners.projects.tables import JointProject


@projects.due("report-due-*", emits=[JointProjectReportReminded], untrue_later=True)
async def report_due(project: JointProject, deadline: Deadline, uow: UnitOfWork) -> None:
    """Whoever is responsible is reminded of a report in time."""
    days = timedelta(days=int(deadline.rule.rpartition("-")[2]))
    due = deadline.at.astimezone(BAKU).date() + days
    await uow.emit(project, JointProjectReportReminded(due=due, recipients=(project.responsible,)))


@projects.due("report-overdue", emits=[JointProjectReportOverdue])
async def report_overdue(project: JointProject, deadline: Deadline, uow: UnitOfWork) -> None:
    """A report was not submitted by its day: the head is told."""
    due = deadline.at.astimezone(BAKU).date() - timedelta(days=1)
    project.reports = tuple(
        each.model_copy(update={"late": True}) if each.open and each.due == due else each for each in project.reports
    )
    project.overdue = is_late(project.reports, uow.today)
    fact = JointProjectReportOverdue(due=due, recipients=(project.responsible,), tell=("head",))
    await uow.emit(project, fact)


@projects.due("membership-over", emits=[JointProjectMembershipsOver])
async def membership_over(project: JointProject, deadline: Deadline, uow: UnitOfWork) -> None:
    """The last day of members is over, and with it what they could read as such."""
    last = deadline.at.astimezone(BAKU).date() - timedelta(days=1)
    gone = tuple(each.id for each in project.members if each.until == last)
    await uow.emit(project, JointProjectMembershipsOver(member_ids=gone))
