"""Who has a calendar link, what it opens, and that it can be taken back."""

import json
import logging
from datetime import timedelta
from typing import Any

import pytest
from prometheus_client import generate_latest
from sqlalchemy import text

from korpu_chassis.observability import telemetry
from tests.calendars import MINE, link, read
from tests.office import Office, logs
from tests.partners.letters import post


async def own(office: Office, **who: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = (await office.asks("officer", "GET", "/calendars", **{**MINE, **who})).json()[
        "calendars"
    ]
    return found


async def test_the_secret_is_told_once_and_only_its_hash_is_kept(office: Office) -> None:
    path = await link(office, label="Phone")
    secret = path.removeprefix("/calendars/").removesuffix(".ics")

    listed = await own(office)
    async with office.database.transaction() as session:
        rows = (await session.execute(text("SELECT * FROM calendar_feed"))).mappings().all()

    assert [each["label"] for each in listed] == ["Phone"]
    assert secret not in json.dumps(listed)
    assert secret not in str(rows)
    assert len(rows[0]["secret_hash"]) == 64


async def test_a_link_is_read_without_a_token_and_kept_by_nobody(office: Office) -> None:
    path = await link(office)

    answer = await read(office, path)

    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize("how", ["unknown", "malformed", "revoked", "expired"])
async def test_what_is_not_there_is_not_there_in_one_way(office: Office, how: str) -> None:
    path = await link(office, expires_on="2026-09-08")
    if how == "unknown":
        path = f"/calendars/{'x' * 43}.ics"
    elif how == "malformed":
        path = "/calendars/%00%FF.ics"
    elif how == "revoked":
        [feed] = await own(office)
        assert (await office.asks("officer", "DELETE", f"/calendars/{feed['id']}", **MINE)).status_code == 204
    else:
        await post.day(office, "2026-09-09")

    answer = await read(office, path)
    told = answer.json()

    assert (answer.status_code, told["code"], told["path"]) == (404, "not-found", "secret")


async def test_the_last_day_of_a_link_is_inside(office: Office) -> None:
    path = await link(office, expires_on="2026-09-08")
    await post.day(office, "2026-09-08")

    assert (await read(office, path)).status_code == 200


async def test_nobody_sees_or_revokes_the_links_of_another(office: Office) -> None:
    path = await link(office)
    [feed] = await own(office)

    stranger = await office.asks("head", "DELETE", f"/calendars/{feed['id']}", subject="head-1")

    assert stranger.status_code == 404
    assert await own(office, subject="officer-9") == []
    assert (await read(office, path)).status_code == 200


@pytest.mark.parametrize(
    ("method", "path"), [("POST", "/calendars"), ("GET", "/calendars"), ("DELETE", f"/calendars/{post.stranger()}")]
)
async def test_links_belong_to_those_who_sign_in(office: Office, method: str, path: str) -> None:
    assert (await office.asks(None, method, path)).status_code == 401


@pytest.mark.parametrize("day", ["2026-09-06", "2027-09-08"])
async def test_a_link_holds_for_a_year_at_most(office: Office, day: str) -> None:
    answer = await office.asks("officer", "POST", "/calendars", json={"expires_on": day}, **MINE)

    assert (answer.status_code, answer.json()["code"]) == (422, "calendar-expires-too-late")


async def test_nobody_has_more_than_five_links_and_a_revoked_one_makes_room(office: Office) -> None:
    for _ in range(5):
        await link(office)
    sixth = await office.asks("officer", "POST", "/calendars", json={}, **MINE)
    await office.asks("officer", "DELETE", f"/calendars/{(await own(office))[0]['id']}", **MINE)

    assert (sixth.status_code, sixth.json()["code"]) == (409, "calendar-too-many-feeds")
    await link(office)


async def test_expired_links_make_room_too(office: Office) -> None:
    for _ in range(5):
        await link(office, expires_on="2026-09-08")
    await post.day(office, "2026-09-09")

    await link(office)

    assert len(await own(office)) == 1


async def test_a_program_that_asks_without_a_pause_is_asked_to_wait(office: Office) -> None:
    path, other = await link(office), await link(office)
    for _ in range(60):
        assert (await read(office, path)).status_code == 200

    often = await read(office, path)
    elsewhere = await read(office, other)
    office.clock.move_to(office.clock.now() + timedelta(hours=1))
    later = await read(office, path)

    assert (often.status_code, often.json()["code"]) == (429, "calendar-looked-too-often")
    assert often.headers["retry-after"] == "3600"
    assert (elsewhere.status_code, later.status_code) == (200, 200)


async def test_no_secret_reaches_a_log_line_or_a_metric(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    telemetry.configure("office", "test", level="DEBUG")
    try:
        path = await link(office)
        await read(office, path)
        await read(office, f"/calendars/{'y' * 43}.ics")
    finally:
        logs()

    secret = path.removeprefix("/calendars/").removesuffix(".ics")
    said = capsys.readouterr().out
    assert "/calendars/{secret}.ics" in said
    assert logging.getLogger("uvicorn.access").handlers == []
    for hidden in (secret, "y" * 43):
        assert hidden not in said
        assert hidden not in generate_latest().decode()
