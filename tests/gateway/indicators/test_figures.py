"""Figures for the owner of reports: who may ask, what is refused, and that the same question has the same bytes."""

from collections.abc import AsyncIterator
from typing import Any

import httpx
import orjson
import pytest
from fastapi import FastAPI

from korpu_chassis.http.middleware import NamedRoute, add_request_middleware
from korpu_chassis.refusals import type_uri
from korpu_gateway.indicators.definitions import indicators
from korpu_gateway.indicators.engine import Engine
from korpu_gateway.indicators.figures import Figures
from tests.gateway.conftest import Gateway
from tests.gateway.indicators.conftest import Counted
from tests.gateway.shelves import State

KEY = "a key that reports and the gateway share"
YEAR = {"from": "2022-01-01", "to": "2022-12-31", "as_of": "2023-01-31"}


def client(gateway: Gateway, key: str | None = KEY) -> httpx.AsyncClient:
    app = FastAPI()
    app.router.routes.append(NamedRoute("/internal/figures", Figures(gateway.pool, Engine(), key), methods=["POST"]))
    add_request_middleware(app, "gateway")
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://gateway")


@pytest.fixture
async def reports(counted: Counted) -> AsyncIterator[httpx.AsyncClient]:
    async with client(counted) as opened:
        yield opened


async def asks(reports: httpx.AsyncClient, key: str = KEY, **question: Any) -> httpx.Response:
    headers = {"authorization": f"Bearer {key}", "accept-language": "en"}
    return await reports.post("/internal/figures", json=question, headers=headers)


async def test_every_indicator_is_told_with_its_definition_and_the_things_behind_each_number(
    reports: httpx.AsyncClient,
) -> None:
    wanted = [{"code": code, "by": [each.dimensions[0].code]} for code, each in indicators().items()]

    told = (await asks(reports, indicators=wanted, **YEAR)).json()

    assert {name: told[name] for name in YEAR} == YEAR
    assert [each["code"] for each in told["figures"]] == list(indicators())
    assert all(each["name"].keys() == each["definition"].keys() >= {"az", "en"} for each in told["figures"])
    (stays,) = (each for each in told["figures"] if each["code"] == "stays-outgoing")
    assert stays["cells"] != []
    assert all(len(each["rows"]) == each["value"] for each in stays["cells"])
    assert {row["type"] for each in stays["cells"] for row in each["rows"]} == {"mobility"}


async def test_the_same_question_has_the_same_bytes(reports: httpx.AsyncClient) -> None:
    wanted = [
        {"code": code, "by": [each.code for each in given.dimensions[:2]]} for code, given in indicators().items()
    ]

    first, second = [await asks(reports, indicators=wanted, **YEAR) for _ in range(2)]

    assert first.status_code == httpx.codes.OK
    assert first.content == second.content


async def test_what_is_corrected_later_changes_todays_answer_and_not_that_of_the_day_before(gateway: Gateway) -> None:
    library = gateway.library
    agreement = library.agreement(library.organisation(), conditions=[])
    told: State = {"changed_at": "2026-06-02T08:00:00Z", "actual_from": "2026-06-01", "status": "arrived"}
    stay = library.mobility(agreement, library.person(), **{**told, "level": 6})
    await gateway.hears("mobility", stay)
    question: State = {
        "indicators": [{"code": "stays-outgoing", "by": ["level"]}],
        "from": "2026-01-01",
        "to": "2026-12-31",
    }
    async with client(gateway) as reports:
        before = await asks(reports, **question, as_of="2026-06-30")

        corrected = {**stay, "version": 2, "level": 7, "changed_at": "2026-07-15T08:00:00Z"}
        await gateway.hears("mobility", corrected)

        as_it_was = await asks(reports, **question, as_of="2026-06-30")
        now = await asks(reports, **question, as_of="2026-07-15")
    assert before.content == as_it_was.content
    assert _cells(before) == [({"level": "6"}, 1, 1)]
    assert _cells(now) == [({"level": "7"}, 1, 2)]


def _cells(response: httpx.Response) -> list[tuple[Any, Any, int]]:
    (figure,) = response.json()["figures"]
    return [(each["at"], each["value"], each["rows"][0]["version"]) for each in figure["cells"]]


@pytest.mark.parametrize("authorization", [None, "Bearer ", "Bearer wrong", f"Basic {KEY}", "Bearer ünïcode"])
async def test_nobody_else_is_told(reports: httpx.AsyncClient, authorization: str | None) -> None:
    headers: dict[bytes, bytes] = {b"authorization": authorization.encode()} if authorization else {}

    response = await reports.post("/internal/figures", content=b"no JSON at all", headers=headers)

    assert response.status_code == httpx.codes.UNAUTHORIZED
    assert response.json()["type"] == type_uri(code="figures-not-for-you")


async def test_without_a_key_in_its_settings_a_gateway_tells_nobody(counted: Counted) -> None:
    async with client(counted, key=None) as closed:
        response = await asks(closed, key="", indicators=[{"code": "visits"}], **YEAR)

    assert response.status_code == httpx.codes.UNAUTHORIZED


async def test_whoever_tries_keys_out_is_asked_to_wait(counted: Counted) -> None:
    async with client(counted) as guesser:
        tried = [await asks(guesser, key=f"guess {each}", indicators=[]) for each in range(30)]

        assert tried[-1].status_code == httpx.codes.TOO_MANY_REQUESTS
        assert (await asks(guesser, indicators=[{"code": "visits"}], **YEAR)).status_code == httpx.codes.OK


REFUSED: list[tuple[str, str, State]] = [
    ("unknown-indicator", "indicators.0.code", {"indicators": [{"code": "happiness"}]}),
    ("unknown-dimension", "indicators.0.by", {"indicators": [{"code": "visits", "by": ["weather"]}]}),
    ("unknown-dimension", "indicators.0.filter", {"indicators": [{"code": "visits", "filter": {"mood": ["x"]}}]}),
    ("too-many-dimensions", "indicators.0.by", {"indicators": [{"code": "visits", "by": ["unit", "unit"]}]}),
    (
        "too-many-dimensions",
        "indicators.0.by",
        {"indicators": [{"code": "visits", "by": ["unit", "country", "direction"]}]},
    ),
    (
        "too-many-figures",
        "indicators.0.filter",
        {"indicators": [{"code": "visits", "filter": {"unit": [str(each) for each in range(101)]}}]},
    ),
    ("period-backwards", "from", {"from": "2023-01-01"}),
    ("period-too-long", "from", {"from": "1850-01-01"}),
    ("as-of-in-future", "as_of", {"as_of": "2999-01-01"}),
    ("figures-not-understood", "", {"from": "2022"}),
    ("figures-not-understood", "", {"indicators": []}),
    ("figures-not-understood", "", {"indicators": [{"code": "visits"}] * 101}),
    ("figures-not-understood", "", {"sql": "DROP TABLE history"}),
]


@pytest.mark.parametrize(("code", "path", "given"), REFUSED, ids=lambda each: each if isinstance(each, str) else "")
async def test_a_wrong_question_is_refused_by_its_own_code(
    reports: httpx.AsyncClient, code: str, path: str, given: State
) -> None:
    response = await asks(reports, **{"indicators": [{"code": "visits"}], **YEAR, **given})

    assert response.json()["type"] == type_uri(code=code), response.text
    assert (response.json().get("path") or "") == path


async def test_a_code_that_nothing_has_counts_nothing_and_harms_nothing(reports: httpx.AsyncClient) -> None:
    wanted = [{"code": "visits", "filter": {"unit": ["'; DROP TABLE history; --"]}}]

    (figure,) = (await asks(reports, indicators=wanted, **YEAR)).json()["figures"]

    assert [(each["at"], each["value"], each["rows"]) for each in figure["cells"]] == [({}, 0, [])]
    assert orjson.loads((await asks(reports, indicators=[{"code": "visits"}], **YEAR)).content)["figures"][0]["cells"]
