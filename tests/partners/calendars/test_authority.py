"""What a link may show is what its owner may read: who lost a role, has left or was erased reads no further."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest

from tests.calendars import entries, link, proves, read
from tests.office import Office
from tests.partners.letters import post


async def in_days(office: Office, number: int) -> None:
    """So many days pass."""
    office.clock.move_to(office.clock.now() + timedelta(days=number))


async def test_who_lost_the_role_reads_nothing_more_since_the_next_sign_in(office: Office) -> None:
    path = await link(office)
    await post.came_in(office, assignee="officer-2", due="2026-09-16")
    before = await entries(office, path)

    await proves(office, "student")

    assert len(before) == 1
    assert await entries(office, path) == {}
    await proves(office, "officer")
    assert list(await entries(office, path)) == list(before)


async def test_a_coordinator_who_changed_the_unit_reads_the_letters_of_the_new_one(office: Office) -> None:
    who: dict[str, Any] = {"subject": "coordinator-1"}
    path = await link(office, "faculty_coordinator", by={**who, "units": ["philology"]})
    await post.came_in(office, assignee="coordinator-1", unit="philology", due="2026-09-16")
    before = await entries(office, path)

    await proves(office, "faculty_coordinator", **who, units=["physics"])

    assert len(before) == 1
    assert await entries(office, path) == {}


async def test_a_link_whose_owner_does_not_come_any_more_falls_silent_and_says_so_before(office: Office) -> None:
    path = await link(office, language="en")
    await post.came_in(office, assignee="officer-2", due="2026-10-30")

    await in_days(office, 22)
    early = await entries(office, path)
    await in_days(office, 2)
    warned = await entries(office, path)
    await in_days(office, 7)
    [silent] = (await entries(office, path)).values()
    [feed] = await proves(office)

    assert len(early) == 1
    assert {each.dtstart.value for each in warned.values()} == {date(2026, 10, 7), date(2026, 10, 30)}
    assert (silent.summary.value, silent.dtstart.value) == (
        "Sign in at the portal and look at your calendar links, so that this calendar goes on",
        date(2026, 10, 8),
    )
    assert feed["proved_until"].startswith("2026-11-07")
    assert list(await entries(office, path)) == list(early)


async def test_who_is_erased_has_no_links_any_more(office: Office) -> None:
    person, other = uuid4(), uuid4()
    path = await link(office, by={"person_id": person})
    stays = await link(office, by={"subject": "officer-3", "person_id": other})
    told = {"version": 2, "erased_on": None}
    await office.hears("mobility.people.v1", "person.corrected", {"id": other, **told})

    for _ in range(2):
        await office.hears("mobility.people.v1", "person.erased", {"id": person, **told, "erased_on": "2026-09-07"})

    assert (await read(office, path)).status_code == 404
    assert (await read(office, stays)).status_code == 200


async def test_the_head_takes_the_links_of_somebody_who_leaves(office: Office) -> None:
    paths = [await link(office), await link(office)]
    other = await link(office, by={"subject": "officer-3"})

    refused = await office.asks("officer", "DELETE", "/calendars?subject=officer-2")
    gone = await office.asks("head", "DELETE", "/calendars?subject=officer-2")

    assert (refused.status_code, gone.json()) == (403, {"revoked": 2})
    assert [(await read(office, path)).status_code for path in (*paths, other)] == [404, 404, 200]


@pytest.mark.parametrize("subject", ["", "officer%00-2", "o" * 256])
async def test_nobody_is_called_so(office: Office, subject: str) -> None:
    refused = await office.asks("head", "DELETE", f"/calendars?subject={subject}")

    assert (refused.status_code, refused.json()["code"]) == (422, "invalid-input")


async def test_a_program_that_has_the_calendar_is_told_that_it_is_the_same(office: Office) -> None:
    path = await link(office)
    await post.came_in(office, assignee="officer-2", due="2026-09-16")
    first = await read(office, path)
    mark = first.headers["etag"]

    same = await office.asks(None, "GET", path, headers={"if-none-match": f'"other", W/{mark}'})
    await post.came_in(office, assignee="officer-2", due="2026-09-17")
    changed = await office.asks(None, "GET", path, headers={"if-none-match": mark})

    assert (same.status_code, same.content, same.headers["etag"]) == (304, b"", mark)
    assert changed.status_code == 200
    assert changed.headers["etag"] != mark


@pytest.mark.parametrize("there", [True, False])
async def test_a_calendar_has_a_head_without_a_body_and_without_a_hint(office: Office, *, there: bool) -> None:
    path = await link(office) if there else f"/calendars/{'x' * 43}.ics"

    answer = await office.asks(None, "HEAD", path)

    assert answer.status_code == (200 if there else 404)
    assert ("etag" in answer.headers) is there
