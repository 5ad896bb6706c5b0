"""The pages that every service has, and what guards its routes."""

import httpx
import pytest
from fastapi import FastAPI

from korpu_chassis.http.middleware import add_health, add_request_middleware, preferred_language


def client(app: FastAPI) -> httpx.AsyncClient:
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://owner")


async def ready() -> bool:
    return True


async def not_ready() -> bool:
    return False


async def test_everybody_sees_whether_a_service_lives_and_is_ready_and_not_what_it_counts() -> None:
    app = FastAPI()
    add_request_middleware(app, "bakery")
    add_health(app, not_ready)

    async with client(app) as asking:
        answers = [(await asking.get(path)).status_code for path in ("/live", "/ready", "/metrics")]

    assert answers == [200, 503, 404]


async def test_what_nobody_foresaw_is_masked() -> None:
    app = FastAPI()
    add_request_middleware(app, "bakery")

    @app.get("/bread")
    async def bread() -> None:
        raise RuntimeError("the baker is called Anna Weber")

    async with client(app) as asking:
        answer = await asking.get("/bread")

    assert answer.status_code == 500
    assert "Weber" not in answer.text
    assert answer.json()["request_id"]


@pytest.mark.parametrize("size", [256 * 1024 + 1, 4_000_000])
async def test_a_large_body_is_refused_before_any_work(size: int) -> None:
    app = FastAPI()
    add_request_middleware(app, "bakery")

    async with client(app) as asking:
        answer = await asking.post("/bread", content=b"x" * size)

    assert (answer.status_code, answer.json()["code"]) == (413, "body-too-large")


@pytest.mark.parametrize(
    ("header", "language"),
    [("de", "de"), ("es, ru;q=0.8, az;q=0.9", "az"), ("en-GB", "en"), ("*", None), (None, None), ("az;q=x", None)],
)
def test_the_reader_is_spoken_to_in_the_language_that_is_preferred(header: str | None, language: str | None) -> None:
    assert preferred_language(header) == language


async def test_every_answer_names_its_request() -> None:
    app = FastAPI()
    add_request_middleware(app, "bakery")
    add_health(app, ready)

    async with client(app) as asking:
        given = await asking.get("/live", headers={"x-request-id": "from-the-portal"})
        made = await asking.get("/nothing")
        large = await asking.post("/bread", content=b"x" * 300_000)

    assert given.headers["x-request-id"] == "from-the-portal"
    assert made.headers["x-request-id"] == made.json()["request_id"]
    assert large.headers["x-request-id"] == large.json()["request_id"]
