"""What partners' other aggregates may ask of joint projects: ids come in, values go out."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.refusals import NotFound
from korpu_partners.projects.domain.lifecycle import OVER
from korpu_partners.projects.tables import JointProject


async def project_exists(id: UUID, uow: UnitOfWork) -> bool:
    """Whether there is a joint project with this id."""
    return await uow.exists(JointProject, id)


async def require_project(id: UUID | None, uow: UnitOfWork, path: str = "project_id") -> None:
    """The joint project that is named, if one is, is there."""
    if id and not await project_exists(id, uow):
        raise NotFound(path)


async def projects_resting_on(agreement_id: UUID, uow: UnitOfWork) -> Sequence[tuple[UUID, str]]:
    """The joint projects of an agreement that are not over, each with its status."""
    theirs = select(col(JointProject.id), col(JointProject.status)).where(
        col(JointProject.agreement_id) == agreement_id, col(JointProject.status).not_in(sorted(OVER))
    )
    return [(id, status) for id, status in await uow.session.execute(theirs)]


async def projects_with(organisation_ids: Sequence[UUID], uow: UnitOfWork) -> Sequence[tuple[UUID, str]]:
    """The joint projects with one of these organisations that are not over, each with its status."""
    theirs = select(col(JointProject.id), col(JointProject.status)).where(
        col(JointProject.partner_ids).op("&&")(organisation_ids), col(JointProject.status).not_in(sorted(OVER))
    )
    return [(id, status) for id, status in await uow.session.execute(theirs.order_by(col(JointProject.code)))]
