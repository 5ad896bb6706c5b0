"""What partners' other aggregates may ask of publications: ids come in, values go out."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.publications.domain.lifecycle import OVER
from korpu_partners.publications.tables import Publication


async def publication_exists(id: UUID, uow: UnitOfWork) -> bool:
    """Whether there is a publication with this id."""
    return await uow.exists(Publication, id)


async def publications_resting_on(agreement_id: UUID, uow: UnitOfWork) -> Sequence[tuple[UUID, str]]:
    """The publications of an agreement that are not over, each with its status."""
    theirs = select(col(Publication.id), col(Publication.status)).where(
        col(Publication.agreement_id) == agreement_id, col(Publication.status).not_in(sorted(OVER))
    )
    return [(id, status) for id, status in await uow.session.execute(theirs)]
