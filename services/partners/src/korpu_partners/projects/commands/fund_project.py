"""`FundProject`: record that the funder has said yes, under which number, and which reports it wants."""

from typing import Annotated

from pydantic import Field
from uuid_utils.compat import uuid7

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Day, Money
from korpu_partners.permissions import DEPARTMENT
from korpu_partners.projects.aggregate import projects
from korpu_partners.projects.domain.funding import require_not_in_future
from korpu_partners.projects.domain.lifecycle import ProjectStatus
from korpu_partners.projects.domain.rules import require_one_final_report, require_valid_budget, require_valid_period
from korpu_partners.projects.facts import (
    JointProjectFunded,
)
from korpu_partners.projects.fields import GrantNumber, Reports
from korpu_partners.projects.parts import ProjectReport
from korpu_partners.projects.policies.grants import require_free_grant
from korpu_partners.projects.refusals.general import (
    BudgetDoesNotAddUp,
    EndsBeforeItStarts,
    GrantNumberTaken,
    NoFinalReport,
    ProjectDatedInTheFuture,
    ReportDueInThePast,
)
from korpu_partners.projects.tables import JointProject


class FundProject(Changes):
    """The grant: its number and day, the reports that the funder wants, and what it changed of the proposal."""

    grant_number: GrantNumber
    on: Day
    reports: Reports
    budget: Annotated[Money | None, Field(description="If other than proposed.")] = None
    starts: Day | None = None
    ends: Day | None = None


@projects.changes(
    who=DEPARTMENT,
    when=[ProjectStatus.PROPOSED],
    to=[ProjectStatus.FUNDED],
    emits=[JointProjectFunded],
    refuses=[
        GrantNumberTaken,
        ProjectDatedInTheFuture,
        NoFinalReport,
        ReportDueInThePast,
        BudgetDoesNotAddUp,
        EndsBeforeItStarts,
    ],
)
async def fund_project(project: JointProject, command: FundProject, uow: UnitOfWork) -> None:
    """Record that the funder has said yes, under which number, and which reports it wants."""
    require_not_in_future(command.on, uow.today)
    require_one_final_report(each.kind for each in command.reports)
    for place, each in enumerate(command.reports):
        if each.due < uow.today:
            raise ReportDueInThePast(f"reports.{place}.due", due=each.due)
    budget = command.budget or project.budget
    require_valid_budget(budget, project.partners)
    starts, ends = command.starts or project.starts, command.ends or project.ends
    require_valid_period(starts, ends)
    await require_free_grant(project, command.grant_number, uow)
    project.budget, project.starts, project.ends = budget, starts, ends
    project.grant_number, project.funded_on = command.grant_number, command.on
    project.reports = tuple(ProjectReport(id=uuid7(), kind=each.kind, due=each.due) for each in command.reports)
    project.status = ProjectStatus.FUNDED
    await uow.emit(project, JointProjectFunded(grant_number=command.grant_number, on=command.on))
