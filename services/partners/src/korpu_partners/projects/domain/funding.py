"""Dates and sums of a grant."""

from datetime import date

from korpu_partners.projects.refusals.general import OutsideTheGrant, ProjectDatedInTheFuture
from korpu_partners.projects.tables import JointProject

NEEDED = ("call", "funder", "budget", "starts", "ends", "principal_investigator_id", "partner_ids", "summary")


def require_not_in_future(on: date, today: date) -> None:
    """What is recorded has happened."""
    if on > today:
        raise ProjectDatedInTheFuture("on", on=on)


def require_within_grant(project: JointProject, on: date) -> None:
    """A project runs within the days of its grant."""
    if (project.starts and on < project.starts) or (project.ends and on > project.ends):
        raise OutsideTheGrant("on", on=on, starts=project.starts, ends=project.ends)
