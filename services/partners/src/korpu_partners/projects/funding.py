"""How a joint project comes to its grant: proposed, funded or rejected, begun, and sometimes ended early."""

from datetime import date
from typing import Annotated

from pydantic import Field
from uuid_utils.compat import uuid7

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Day, Money
from korpu_partners.people import DEPARTMENT, HEAD
from korpu_partners.projects import messages as says
from korpu_partners.projects.fields import GrantNumber, Reason, Reports
from korpu_partners.projects.lifecycle import GRANTED, ProjectStatus
from korpu_partners.projects.parts import ProjectReport
from korpu_partners.projects.refusals import (
    BudgetDoesNotAddUp,
    EndsBeforeItStarts,
    GrantNumberTaken,
    NoFinalReport,
    OutsideTheGrant,
    ProjectDatedInTheFuture,
    ProposalIncomplete,
    ProposerIsAuthor,
    ReportDueInThePast,
)
from korpu_partners.projects.room import projects
from korpu_partners.projects.rules import check_budget, check_period, check_reports, missing
from korpu_partners.projects.tables import JointProject

NEEDED = ("call", "funder", "budget", "starts", "ends", "principal_investigator_id", "partner_ids", "summary")


class ProposeProject(Changes):
    """The head lets the proposal go to the funder."""


@projects.changes(
    who=[HEAD],
    when=[ProjectStatus.IDEA],
    to=[ProjectStatus.PROPOSED],
    emits=[says.JointProjectProposed],
    refuses=[ProposalIncomplete, ProposerIsAuthor],
    barred={"author": ProposerIsAuthor, "shaped_by": ProposerIsAuthor},
)
async def propose_project(project: JointProject, command: ProposeProject, uow: UnitOfWork) -> None:
    """Let a proposal go to the funder; it is whole, and nobody approves what they wrote."""
    if lacking := missing({name: getattr(project, name) for name in NEEDED}):
        raise ProposalIncomplete(missing=", ".join(lacking))
    project.status, project.proposed_on, project.reason = ProjectStatus.PROPOSED, uow.today, None
    await uow.emit(project, says.JointProjectProposed())


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
    emits=[says.JointProjectFunded],
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
    not_in_the_future(command.on, uow.today)
    check_reports(each.kind for each in command.reports)
    for place, each in enumerate(command.reports):
        if each.due < uow.today:
            raise ReportDueInThePast(f"reports.{place}.due", due=each.due)
    budget = command.budget or project.budget
    check_budget(budget, project.partners)
    starts, ends = command.starts or project.starts, command.ends or project.ends
    check_period(starts, ends)
    project.budget, project.starts, project.ends = budget, starts, ends
    project.grant_number, project.funded_on = command.grant_number, command.on
    project.reports = tuple(ProjectReport(id=uuid7(), kind=each.kind, due=each.due) for each in command.reports)
    project.status = ProjectStatus.FUNDED
    await uow.emit(project, says.JointProjectFunded(grant_number=command.grant_number, on=command.on))


class RejectProject(Changes):
    """When the funder said no, and why."""

    on: Day
    reason: Reason


@projects.changes(
    who=DEPARTMENT,
    when=[ProjectStatus.PROPOSED],
    to=[ProjectStatus.REJECTED],
    emits=[says.JointProjectRejected],
    refuses=[ProjectDatedInTheFuture],
)
async def reject_project(project: JointProject, command: RejectProject, uow: UnitOfWork) -> None:
    """Record that the funder has said no, with its reason."""
    not_in_the_future(command.on, uow.today)
    project.status, project.reason = ProjectStatus.REJECTED, command.reason
    await uow.emit(project, says.JointProjectRejected(on=command.on, reason=command.reason))


class StartProject(Changes):
    """The day on which work began."""

    on: Day


@projects.changes(
    who=DEPARTMENT,
    when=[ProjectStatus.FUNDED],
    to=[ProjectStatus.ACTIVE],
    emits=[says.JointProjectStarted],
    refuses=[ProjectDatedInTheFuture, OutsideTheGrant],
)
async def start_project(project: JointProject, command: StartProject, uow: UnitOfWork) -> None:
    """Record that work has begun, within the days of the grant."""
    not_in_the_future(command.on, uow.today)
    within_the_grant(project, command.on)
    project.status, project.started_on = ProjectStatus.ACTIVE, command.on
    await uow.emit(project, says.JointProjectStarted(on=command.on))


class EndProjectEarly(Changes):
    """The last day of work, and why it is not the grant's last day; the funder's reports stay due."""

    on: Day
    reason: Reason


@projects.changes(
    who=[HEAD],
    when=GRANTED,
    to=[ProjectStatus.ACTIVE],
    emits=[says.JointProjectEndedEarly],
    refuses=[ProjectDatedInTheFuture, OutsideTheGrant],
)
async def end_project_early(project: JointProject, command: EndProjectEarly, uow: UnitOfWork) -> None:
    """Record that work ended before the grant did; its reports are written all the same."""
    not_in_the_future(command.on, uow.today)
    within_the_grant(project, command.on)
    project.status, project.ended_early_on, project.reason = ProjectStatus.ACTIVE, command.on, command.reason
    await uow.emit(project, says.JointProjectEndedEarly(on=command.on, reason=command.reason))


def not_in_the_future(on: date, today: date) -> None:
    """What is recorded has happened."""
    if on > today:
        raise ProjectDatedInTheFuture("on", on=on)


def within_the_grant(project: JointProject, on: date) -> None:
    """A project runs within the days of its grant."""
    if (project.starts and on < project.starts) or (project.ends and on > project.ends):
        raise OutsideTheGrant("on", on=on, starts=project.starts, ends=project.ends)
