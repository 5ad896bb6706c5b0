"""`POST /internal/figures`: numbers with the things behind them, for the owner of reports and for nobody else."""

import asyncio
from collections.abc import Mapping, Sequence
from datetime import date
from hashlib import sha256
from hmac import compare_digest
from typing import Annotated, Any

import orjson
import structlog
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError
from starlette.requests import Request
from starlette.responses import Response

from korpu_chassis.database.availability import DATABASE_ERRORS
from korpu_chassis.http.middleware import Receive, Scope, Send, problem_response
from korpu_chassis.identity.caller_limits import Rate, may_take, whence
from korpu_chassis.refusals import Refusal, Unavailable
from korpu_gateway.indicators.definitions import indicators
from korpu_gateway.indicators.engine import FEWEST, Cell, Engine, number
from korpu_gateway.indicators.question import Asked, Period, asked, period
from korpu_gateway.indicators.refused import NotAQuestion, NotThisService
from korpu_gateway.readmodel.pool import ReadingPool

log = structlog.get_logger("figures")
MOST = 100
LONGEST_WORK = 30.0
GUESSES_AT_ONCE, GUESSES_A_SECOND = 10.0, 0.2
"""Wrong keys of one address: the owner of reports has the right one."""
Code = Annotated[str, StringConstraints(max_length=200)]


class Wanted(BaseModel):
    """One indicator, and how it is broken down."""

    model_config = ConfigDict(extra="forbid")

    code: Code
    by: list[Code] = Field(default_factory=list, max_length=10)
    filter: dict[Code, list[Code]] = Field(default_factory=dict, max_length=20)


class FiguresQuestion(BaseModel):
    """Which indicators, over which days, as they were known on which day."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    indicators: list[Wanted] = Field(min_length=1, max_length=MOST)
    begins: date = Field(alias="from")
    ends: date = Field(alias="to")
    as_of: date


class Figures:
    """Answers with figures; the same question about a day that has passed has the same bytes."""

    def __init__(self, pool: ReadingPool, engine: Engine, key: str | None) -> None:
        self._pool = pool
        self._engine = engine
        self._key = sha256(key.encode()).digest() if key else None
        self._guesses = Rate("figures", at_once=GUESSES_AT_ONCE, a_second=GUESSES_A_SECOND)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        request = Request(scope, receive)
        may_take(scope, LONGEST_WORK)
        try:
            self._require_owner(request.headers.get("authorization"))
            async with asyncio.timeout(LONGEST_WORK):
                body = await self._answered(_read(await request.body()))
        except Refusal as refusal:
            await problem_response(refusal, request)(scope, receive, send)
            return
        except (*DATABASE_ERRORS, TimeoutError) as away:
            log.warning("figures.broken", kind=type(away).__name__)
            await problem_response(Unavailable(), request)(scope, receive, send)
            return
        await Response(body, media_type="application/json", headers={"cache-control": "no-store"})(scope, receive, send)

    def _require_owner(self, authorization: str | None) -> None:
        given = sha256((authorization or "").removeprefix("Bearer ").encode()).digest()
        if self._key is None or not compare_digest(given, self._key):
            self._guesses.take(whence())
            raise NotThisService

    async def _answered(self, question: FiguresQuestion) -> bytes:
        days = period(question.begins, question.ends, question.as_of)
        known = list(indicators().values())
        wanted = [_asked(place, each, days, known) for place, each in enumerate(question.indicators)]
        cells = await self._engine.count(self._pool, wanted, rows=True)
        log.info("figures.counted", indicators=len(wanted), cells=sum(map(len, cells)))
        return await asyncio.to_thread(_written, days, wanted, cells)


def _read(body: bytes) -> FiguresQuestion:
    try:
        return FiguresQuestion.model_validate_json(body)
    except ValidationError as wrong:
        first = wrong.errors(include_url=False, include_context=False, include_input=False)[0]
        raise NotAQuestion(wrong=f"{'.'.join(map(str, first['loc']))}: {first['msg']}"[:200]) from None


def _asked(place: int, wanted: Wanted, days: Period, known: Sequence[Any]) -> Asked:
    try:
        return asked(wanted.code, days, wanted.by, wanted.filter, known)
    except Refusal as refusal:
        refusal.path = f"indicators.{place}.{refusal.path}"
        raise


def _written(days: Period, wanted: Sequence[Asked], cells: Sequence[Sequence[Cell]]) -> bytes:
    return orjson.dumps(
        {
            "as_of": days.as_of,
            "from": days.begins,
            "to": days.ends,
            "figures": [_figure(each, held) for each, held in zip(wanted, cells, strict=True)],
        }
    )


def _figure(question: Asked, cells: Sequence[Cell]) -> Mapping[str, Any]:
    indicator = question.indicator
    return {
        "code": indicator.code,
        "definition_version": indicator.version,
        "name": indicator.name,
        "definition": indicator.definition,
        "unit": indicator.unit.value,
        "fewest_shown": FEWEST if indicator.of_persons else None,
        "by": [each.code for each in question.by],
        "filter": {dimension.code: codes for dimension, codes in question.filter},
        "cells": [_cell(each) for each in cells],
    }


def _cell(cell: Cell) -> Mapping[str, Any]:
    return {
        "at": {dimension.code: code for dimension, code in cell.at.items()},
        "value": number(cell.value),
        "rows": orjson.Fragment(f"[{cell.rows}]"),
    }
