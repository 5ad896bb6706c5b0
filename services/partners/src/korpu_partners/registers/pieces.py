"""Files as they arrive: in pieces that the door lets through, put together when they are needed."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col

from korpu_chassis.commands.unit_of_work import Work
from korpu_partners.registers.tables import RegisterImport, RegisterPiece
from korpu_partners.registers.unreadable import FileIncomplete

LARGEST_PIECE = 200 * 1024
MOST_PIECES = 125
KEPT_UNUSED = timedelta(days=1)


async def keep_piece(file_id: UUID, number: int, content: bytes, work: Work) -> None:
    """Keep a piece; the same piece sent again changes nothing, and nobody adds to another's file."""
    row = {"file_id": file_id, "number": number, "content": content, "subject": work.principal.subject, "at": work.now}
    await work.session.execute(insert(RegisterPiece).values(row).on_conflict_do_nothing())


async def whole(file_id: UUID, pieces: int | None, subject: str | None, work: Work) -> bytes:
    """The file, if all of its pieces are there and one person sent them."""
    wanted = select(RegisterPiece).where(col(RegisterPiece.file_id) == file_id).order_by(col(RegisterPiece.number))
    found = (await work.session.scalars(wanted.execution_options(populate_existing=True))).all()
    complete = [each.number for each in found] == list(range(pieces or len(found)))
    if not complete or not found or any(subject not in {None, each.subject} for each in found):
        raise FileIncomplete("file_id")
    content = b"".join(each.content for each in found)
    for each in found:
        work.session.expunge(each)
    if not content:
        raise FileIncomplete("file_id")
    return content


async def forget(file_id: UUID, work: Work) -> None:
    """Forget a file whose rows are taken out, or that nobody wants."""
    await work.session.execute(delete(RegisterPiece).where(col(RegisterPiece.file_id) == file_id))


async def forget_unused(work: Work) -> None:
    """Forget what was sent and never imported."""
    used = select(col(RegisterImport.file_id))
    await work.session.execute(
        delete(RegisterPiece).where(
            col(RegisterPiece.at) < work.now - KEPT_UNUSED, col(RegisterPiece.file_id).not_in(used)
        )
    )
