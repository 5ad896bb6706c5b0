"""Where figures come from: whoever computes them is asked over HTTP, under a credential of this service."""

import asyncio
import re
from http import HTTPStatus
from typing import Annotated, Any, Self

import httpx
import orjson
from pydantic import Field, ValidationError, model_validator

from korpu_chassis.configuration.settings import EnvironmentSettings, Url
from korpu_chassis.observability.request_context import outgoing_headers
from korpu_events.reports.figures import Figures
from korpu_events.reports.tables import Report

PATH = "/internal/figures"
PATIENCE = 60.0
MOST_BYTES = 64_000_000
HEALS = frozenset({HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND, HTTPStatus.REQUEST_TIMEOUT})
"""Not about what was asked: a wrong credential, address or moment is mended, and the question asked again."""


class FiguresSettings(EnvironmentSettings):
    """`KORPU_GATEWAY_URL` is who computes figures, `KORPU_FIGURES_KEY` how it knows this service."""

    gateway_url: Url | None = None
    figures_key: Annotated[str | None, Field(min_length=24, repr=False)] = None

    @model_validator(mode="after")
    def _both_or_none(self) -> Self:
        if (self.gateway_url is None) != (self.figures_key is None):
            raise ValueError("KORPU_GATEWAY_URL and KORPU_FIGURES_KEY belong together; one is missing")
        self.require_secret("FIGURES_KEY", self.figures_key)
        return self


class FiguresAway(Exception):
    """Whoever computes figures cannot now; it is asked again."""


class FiguresDeclined(Exception):
    """What was asked cannot be computed, however often it is asked."""

    def __init__(self, code: str, about: tuple[str, ...]) -> None:
        super().__init__(code)
        self.code = code
        self.about = about


def question_of(report: Report) -> dict[str, Any]:
    """What is asked for a report that is to be frozen."""
    assert report.freezing  # noqa: S101 -- asked of reports whose figures are wanted alone
    indicators = [
        {"code": each.code, "by": each.by, "filter": {only.dimension: only.codes for only in each.only}}
        for each in report.indicators
    ]
    return {"indicators": indicators, "from": report.starts, "to": report.ends, "as_of": report.freezing.as_of}


async def figures_for(question: dict[str, Any], settings: FiguresSettings) -> Figures:
    """The figures that answer a question; `FiguresAway` and `FiguresDeclined` say why there are none."""
    if not question["indicators"]:
        return Figures(as_of=question["as_of"], figures=())
    if settings.gateway_url is None:
        raise FiguresAway("KORPU_GATEWAY_URL is not set")
    try:
        async with asyncio.timeout(PATIENCE), httpx.AsyncClient(timeout=PATIENCE) as client:
            return await _asked(question, settings, client)
    except (httpx.HTTPError, OSError, TimeoutError) as reason:
        raise FiguresAway(type(reason).__name__) from None


async def _asked(question: dict[str, Any], settings: FiguresSettings, client: httpx.AsyncClient) -> Figures:
    headers = {"content-type": "application/json", "authorization": f"Bearer {settings.figures_key}"}
    address = f"{str(settings.gateway_url).rstrip('/')}{PATH}"
    content = b""
    async with client.stream(
        "POST", address, content=orjson.dumps(question), headers={**headers, **outgoing_headers()}
    ) as response:
        async for piece in response.aiter_bytes():
            content += piece
            if len(content) > MOST_BYTES:
                raise FiguresDeclined("figures-too-many", ())
    if response.is_success:
        try:
            return Figures.model_validate_json(content)
        except ValidationError:
            raise FiguresAway("unreadable") from None
    problem = _problem(content)
    if response.is_client_error and "code" in problem and response.status_code not in HEALS:
        raise FiguresDeclined(str(problem["code"]), _about(problem, question))
    raise FiguresAway(str(response.status_code))


def _problem(content: bytes) -> dict[str, Any]:
    try:
        told = orjson.loads(content)
    except orjson.JSONDecodeError:
        return {}
    return told if isinstance(told, dict) else {}


def _about(problem: dict[str, Any], question: dict[str, Any]) -> tuple[str, ...]:
    """The indicators of which the problem speaks, by their codes or by where they stood."""
    asked = [each["code"] for each in question["indicators"]]
    text = orjson.dumps(problem).decode()
    named = [
        code for place, code in enumerate(asked) if f'"{code}"' in text or re.search(rf'"indicators\.{place}[".]', text)
    ]
    return tuple(dict.fromkeys(named))
