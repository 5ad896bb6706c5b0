"""Files as they arrive: in pieces that the routes let through, put together when they are needed."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.imports.refusals.unreadable_files import FileIncomplete
from korpu_partners.imports.tables import RegisterImport, RegisterPiece

LARGEST_PIECE = 200 * 1024
MOST_PIECES = 125
KEPT_UNUSED = timedelta(days=1)


async def keep_piece(file_id: UUID, number: int, content: bytes, uow: UnitOfWork) -> None:
    """Keep a piece; the same piece sent again changes nothing, and nobody adds to another's file."""
    row = {"file_id": file_id, "number": number, "content": content, "subject": uow.principal.subject, "at": uow.now}
    await uow.session.execute(insert(RegisterPiece).values(row).on_conflict_do_nothing())


async def whole(file_id: UUID, pieces: int | None, subject: str | None, uow: UnitOfWork) -> bytes:
    """The file, if all of its pieces are there and one person sent them."""
    wanted = select(RegisterPiece).where(col(RegisterPiece.file_id) == file_id).order_by(col(RegisterPiece.number))
    found = (await uow.session.scalars(wanted.execution_options(populate_existing=True))).all()
    complete = [each.number for each in found] == list(range(pieces or len(found)))
    if not complete or not found or any(subject not in {None, each.subject} for each in found):
        raise FileIncomplete("file_id")
    content = b"".join(each.content for each in found)
    for each in found:
        uow.session.expunge(each)
    if not content:
        raise FileIncomplete("file_id")
    return content


async def forget(file_id: UUID, uow: UnitOfWork) -> None:
    """Forget a file whose rows are taken out, or that nobody wants."""
    await uow.session.execute(delete(RegisterPiece).where(col(RegisterPiece.file_id) == file_id))


async def forget_unused(uow: UnitOfWork) -> None:
    """Forget what was sent and never imported."""
    used = select(col(RegisterImport.file_id))
    await uow.session.execute(
        delete(RegisterPiece).where(
            col(RegisterPiece.at) < uow.now - KEPT_UNUSED, col(RegisterPiece.file_id).not_in(used)
        )
    )
