"""The door for exports: `/exports/agreements.xlsx`, by GET or POST, under the caller's own permissions."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from contextlib import aclosing, asynccontextmanager
from os import SEEK_END
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import asyncpg
import structlog
from anyio import open_file
from starlette.requests import Request

from korpu_chassis import clock
from korpu_chassis.doors import Receive, Scope, Send, preferred_language, problem_response
from korpu_chassis.refusals import Refusal, Unavailable
from korpu_gateway.exports import asked, commas, workbook
from korpu_gateway.exports.cells import Cell, cell
from korpu_gateway.exports.columns import Column
from korpu_gateway.exports.lists import Lists, Wanted
from korpu_gateway.exports.places import Places
from korpu_gateway.exports.refused import Incomplete
from korpu_gateway.exports.rows import Rows, at_one_moment
from korpu_gateway.exports.vocabulary import heading
from korpu_gateway.http.endpoint import Endpoint
from korpu_gateway.reads.reading import Reading

log = structlog.get_logger("exports")
MOST_ROWS = 100_000
PIECE = 64 * 1024
PATIENCE = 30.0
"""Seconds for which one piece may wait for a reader who does not take it."""
LONGEST_WORK = 600.0
"""Seconds after which an export is given up: it holds a moment of the database."""
AWAY = (asyncpg.PostgresError, asyncpg.InterfaceError, OSError)

Pages = AsyncGenerator[list[list[Cell]], None]


class Left(Exception):
    """The caller has gone, or takes nothing any more."""


class Exports:
    """Answers with lists as files."""

    def __init__(
        self,
        endpoint: Endpoint,
        pool: asyncpg.Pool,
        places: Places,
        *,
        most_rows: int = MOST_ROWS,
        patience: float = PATIENCE,
    ) -> None:
        self._endpoint = endpoint
        self._pool = pool
        self._places = places
        self._most = most_rows
        self._patience = patience
        self._lists = Lists(endpoint.schema)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; a refusal is told before the first byte of a file."""
        request = Request(scope, receive)
        sent = _Sent(send, self._patience)
        try:
            async with asyncio.timeout(LONGEST_WORK):
                await self._answer(request, receive, sent)
        except Left:
            log.info("export.left", path=_name(scope))
        except Refusal as refusal:
            await _told(refusal, request, scope, receive, sent)
        except (*AWAY, TimeoutError) as away:
            log.warning("export.broken", path=_name(scope), kind=type(away).__name__)
            await _told(Unavailable(), request, scope, receive, sent)

    async def _answer(self, request: Request, receive: Receive, send: "_Sent") -> None:
        principal = await self._endpoint.principal(request.headers.get("authorization"))
        name, form = self._lists.named(_name(request.scope))
        given = asked.from_address(request.scope["query_string"])
        if request.method == "POST":
            given = {**given, **asked.from_body(await request.body())}
        spoken = preferred_language(request.headers.get("accept-language")) or principal.language or "az"
        wanted = asked.wanted(name, form, given, spoken)
        with self._places.taken(principal):
            reading = self._endpoint.reading(principal, wanted.language, {})
            async with _listening(receive), at_one_moment(self._pool, reading) as standing:
                rows = await self._write(wanted, standing, send)
        log.info("list.exported", list=name, form=form, rows=rows, actor=principal.subject)

    async def _write(self, wanted: Wanted, reading: Reading, send: "_Sent") -> int:
        columns = self._lists.columns(wanted.name, reading.granted, wanted.columns)
        rows = Rows(self._endpoint.answers, self._lists, wanted, reading)
        count = await rows.checked(self._most)
        heads = [heading(each, wanted.language) for each in columns]
        async with aclosing(_cells(rows, columns, wanted.language)) as pages:
            if wanted.form == "csv":
                await _as_csv(wanted, heads, pages, send)
            else:
                await _as_workbook(wanted, columns, heads, pages, send)
        return count


async def _cells(rows: Rows, columns: Sequence[Column], language: str) -> Pages:
    async with aclosing(rows.pages(columns)) as pages:
        async for page in pages:
            yield [[cell(row, each, language) for each in columns] for row in page]


async def _as_csv(wanted: Wanted, heads: Sequence[str], pages: Pages, send: "_Sent") -> None:
    await send.begin(wanted, commas.MEDIA)
    try:
        await send.piece(commas.MARK.encode() + commas.line(heads, wanted.language))
        async for page in pages:
            await send.piece(b"".join(commas.line(each, wanted.language) for each in page))
        await send.end()
    except (*AWAY, Refusal):
        await send.piece(commas.line([Incomplete().message(wanted.language)], wanted.language))
        raise


async def _as_workbook(
    wanted: Wanted, columns: Sequence[Column], heads: Sequence[str], pages: Pages, send: "_Sent"
) -> None:
    with TemporaryDirectory(prefix="korpu-export-") as folder:
        path = Path(folder, "list.xlsx")
        book = workbook.Workbook(path, wanted.name, columns, heads)
        try:
            async for page in pages:
                for each in page:
                    book.add(each)
        finally:
            await asyncio.to_thread(book.finish)
        async with await open_file(path, "rb") as held:
            length = await held.seek(0, SEEK_END)
            await held.seek(0)
            await send.begin(wanted, workbook.MEDIA, length)
            while piece := await held.read(PIECE):
                await send.piece(piece)
        await send.end()


class _Sent:
    """What goes to the caller; a caller who takes nothing for a while is taken for gone."""

    def __init__(self, send: Send, patience: float) -> None:
        self._send = send
        self._patience = patience
        self.begun = False

    async def begin(self, wanted: Wanted, media: str, length: int | None = None) -> None:
        self.begun = True
        name = f"{wanted.name}-{clock.today().isoformat()}.{wanted.form}"
        headers = [
            (b"content-type", media.encode()),
            (b"content-disposition", f'attachment; filename="{name}"'.encode()),
            (b"content-language", wanted.language.encode()),
            (b"cache-control", b"no-store"),
            (b"x-content-type-options", b"nosniff"),
            (b"vary", b"accept-language, authorization"),
        ]
        if length is not None:
            headers.append((b"content-length", b"%d" % length))
        await self({"type": "http.response.start", "status": 200, "headers": headers})

    async def piece(self, body: bytes) -> None:
        await self({"type": "http.response.body", "body": body, "more_body": True})

    async def end(self) -> None:
        await self({"type": "http.response.body", "body": b""})

    async def __call__(self, message: Any) -> None:
        try:
            async with asyncio.timeout(self._patience):
                await self._send(message)
        except TimeoutError:
            raise Left from None


@asynccontextmanager
async def _listening(receive: Receive) -> AsyncIterator[None]:
    """Stop the work when the caller leaves."""
    work = asyncio.current_task()
    gone = False

    async def listen() -> None:
        nonlocal gone
        while (await receive())["type"] != "http.disconnect":
            pass
        gone = True
        if work:
            work.cancel()

    listener = asyncio.create_task(listen())
    try:
        yield
    except asyncio.CancelledError:
        if gone and work:
            work.uncancel()
            raise Left from None
        raise
    finally:
        listener.cancel()


async def _told(refusal: Refusal, request: Request, scope: Scope, receive: Receive, send: _Sent) -> None:
    """Say why there is no file; a file that has begun is broken off, so that nobody takes it for the whole."""
    if send.begun:
        raise refusal
    await problem_response(refusal, request)(scope, receive, send)


def _name(scope: Scope) -> str:
    return str(scope["path"]).rpartition("/")[2]
