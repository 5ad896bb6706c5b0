"""Files as they arrive: in pieces that the routes let through, put together when they are needed."""

from datetime import timedelta
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_registers.refusals.unreadable_files import FileIncomplete
from korpu_registers.tables import RegisterImport, Tables

LARGEST_PIECE = 200 * 1024
MOST_PIECES = 125
KEPT_UNUSED = timedelta(days=1)


async def keep_piece(tables: Tables, piece: tuple[UUID, int], content: bytes, uow: UnitOfWork) -> None:
    """Keep a piece; the same piece sent again changes nothing, and nobody adds to another's file."""
    file_id, number = piece
    row = {"file_id": file_id, "number": number, "content": content, "subject": uow.principal.subject, "at": uow.now}
    await uow.session.execute(insert(tables.pieces).values(row).on_conflict_do_nothing())


class Sent(NamedTuple):
    """Among which tables a file lies; how many pieces it has and who sent them, where that is to be checked."""

    tables: Tables
    pieces: int | None = None
    subject: str | None = None


async def whole(file_id: UUID, sent: Sent, uow: UnitOfWork) -> bytes:
    """The file, if all of its pieces are there and one person sent them."""
    piece = sent.tables.pieces
    wanted = select(piece).where(col(piece.file_id) == file_id).order_by(col(piece.number))
    found = (await uow.session.scalars(wanted.execution_options(populate_existing=True))).all()
    complete = [each.number for each in found] == list(range(sent.pieces or len(found)))
    if not complete or not found or any(sent.subject not in {None, each.subject} for each in found):
        raise FileIncomplete("file_id")
    content = b"".join(each.content for each in found)
    for each in found:
        uow.session.expunge(each)
    if not content:
        raise FileIncomplete("file_id")
    return content


async def file_of(one: RegisterImport, uow: UnitOfWork) -> bytes:
    """The file of an import."""
    return await whole(one.file_id, Sent(one.tables), uow)


async def forget(one: RegisterImport, uow: UnitOfWork) -> None:
    """Forget the file of an import, whose rows are taken out, or that nobody wants."""
    piece = one.tables.pieces
    await uow.session.execute(delete(piece).where(col(piece.file_id) == one.file_id))


async def forget_unused(tables: Tables, uow: UnitOfWork) -> None:
    """Forget what was sent and never imported."""
    piece, used = tables.pieces, select(col(tables.imports.file_id))
    old = col(piece.at) < uow.now - KEPT_UNUSED
    await uow.session.execute(delete(piece).where(old, col(piece.file_id).not_in(used)))
