"""Writes rows into the file that is wanted, while they are read."""

import asyncio
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from os import SEEK_END

from anyio import open_file

from korpu_chassis.database.availability import DATABASE_ERRORS
from korpu_chassis.refusals import Refusal
from korpu_gateway.exports import commas, disk, workbook
from korpu_gateway.exports.cells import Cell, reader
from korpu_gateway.exports.lists import Wanted
from korpu_gateway.exports.refused import Incomplete
from korpu_gateway.exports.rows import Rows
from korpu_gateway.exports.sent import Sent
from korpu_gateway.exports.shapes import Column

PIECE = 64 * 1024
AWAY = DATABASE_ERRORS

Pages = AsyncGenerator[list[list[Cell]], None]


async def cells_of(rows: Rows, columns: Sequence[Column], language: str) -> Pages:
    """Page after page, as the cells of a file."""
    readers = [reader(each, language) for each in columns]
    async with aclosing(rows.pages(columns)) as pages:
        async for page in pages:
            yield [[read(row) for read in readers] for row in page]


async def as_csv(wanted: Wanted, heads: Sequence[str], pages: Pages, send: "Sent") -> None:
    """Give a CSV while it is read; one that cannot be finished says so in its last line."""
    await send.begin(wanted, commas.MEDIA)
    try:
        await send.piece(commas.MARK.encode() + commas.line(heads, wanted.language))
        async for page in pages:
            await send.piece(commas.lines(page, wanted.language))
        await send.end()
    except (*AWAY, Refusal):
        await send.piece(commas.line([Incomplete().message(wanted.language)], wanted.language))
        raise


async def as_workbook(
    wanted: Wanted, columns: Sequence[Column], heads: Sequence[str], pages: Pages, send: "Sent"
) -> None:
    """Give a workbook when it is whole; one that nobody waits for any more is not packed."""
    with disk.folder() as folder:
        path = folder / "list.xlsx"
        book = workbook.Workbook(path, wanted.name, columns, heads)
        try:
            async for page in pages:
                for each in page:
                    book.add(each)
            await asyncio.to_thread(book.finish)
        finally:
            book.drop()
        async with await open_file(path, "rb") as held:
            length = await held.seek(0, SEEK_END)
            await held.seek(0)
            await send.begin(wanted, workbook.MEDIA, length)
            while piece := await held.read(PIECE):
                await send.piece(piece, last=await held.tell() == length)
        await send.end()
