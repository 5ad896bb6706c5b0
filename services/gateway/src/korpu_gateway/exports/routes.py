"""The routes of exports: `/exports/agreements.xlsx`, by GET or POST, under the caller's own permissions."""

import asyncio
from contextlib import ExitStack, aclosing

import structlog
from starlette.requests import Request

from korpu_chassis.http.middleware import Receive, Scope, Send, preferred_language, problem_response
from korpu_chassis.identity.caller_limits import may_take
from korpu_chassis.refusals import Refusal, Unavailable
from korpu_gateway.exports import requests
from korpu_gateway.exports.lists import Lists, Wanted
from korpu_gateway.exports.moment import at_one_moment
from korpu_gateway.exports.rows import Rows
from korpu_gateway.exports.sent import Left, Sent, listening
from korpu_gateway.exports.slots import Places
from korpu_gateway.exports.vocabulary import heading
from korpu_gateway.exports.writers import AWAY, as_csv, as_workbook, cells_of
from korpu_gateway.http.endpoint import Endpoint
from korpu_gateway.readmodel.pool import ReadingPool
from korpu_gateway.reads.reading import Reading

log = structlog.get_logger("exports")
MOST_ROWS = 100_000
PATIENCE = 30.0
"""Seconds for which one piece may wait for a reader who does not take it."""
LONGEST_WORK = 600.0
"""Seconds after which an export is given up: it holds a moment of the database."""


class Exports:
    """Answers with lists as files."""

    def __init__(
        self,
        endpoint: Endpoint,
        pool: ReadingPool,
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
        sent = Sent(send, self._patience)
        may_take(scope, LONGEST_WORK + self._patience)
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

    async def _answer(self, request: Request, receive: Receive, send: "Sent") -> None:
        principal = await self._endpoint.principal(request.headers.get("authorization"))
        name, form = self._lists.named(_name(request.scope))
        given = requests.from_address(request.scope["query_string"])
        if request.method == "POST":
            given = {**given, **requests.from_body(await request.body())}
        spoken = preferred_language(request.headers.get("accept-language")) or principal.language or "az"
        wanted = requests.wanted(name, form, given, spoken)
        self._lists.check(wanted)
        with ExitStack() as place:
            place.enter_context(self._places.taken(principal))
            send.at_last = place.close
            reading = self._endpoint.reading(principal, wanted.language, {})
            async with listening(receive, send), at_one_moment(self._pool, reading) as standing:
                rows = await self._write(wanted, standing, send)
        log.info("list.exported", list=name, form=form, rows=rows, actor=principal.subject)

    async def _write(self, wanted: Wanted, reading: Reading, send: "Sent") -> int:
        columns = self._lists.columns(wanted.name, reading.granted, wanted.columns)
        rows = Rows(self._endpoint.answers, self._lists, wanted, reading)
        count = await rows.checked(self._most)
        heads = [heading(each, wanted.language) for each in columns]
        async with aclosing(cells_of(rows, columns, wanted.language)) as pages:
            if wanted.form == "csv":
                await as_csv(wanted, heads, pages, send)
            else:
                await as_workbook(wanted, columns, heads, pages, send)
        return count


async def _told(refusal: Refusal, request: Request, scope: Scope, receive: Receive, send: Sent) -> None:
    """Say why there is no file; a file that has begun is broken off, so that nobody takes it for the whole."""
    if send.ended:
        return
    if send.begun:
        raise refusal
    await problem_response(refusal, request)(scope, receive, send)


def _name(scope: Scope) -> str:
    return str(scope["path"]).rpartition("/")[2]
