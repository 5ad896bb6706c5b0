"""An ISBN belongs to one medium of one edition."""

from sqlalchemy import func, select
from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.publications.refusals.readiness import IsbnTaken
from korpu_partners.publications.tables import Publication


async def require_free_isbn(isbn: str, uow: UnitOfWork, path: str = "isbn") -> None:
    """Nobody else takes this ISBN until the transaction ends, and nobody has it."""
    await uow.session.execute(select(func.pg_advisory_xact_lock(func.hashtext(isbn))))
    if await uow.find(Publication, col(Publication.isbns).contains([isbn])):
        raise IsbnTaken(path)
