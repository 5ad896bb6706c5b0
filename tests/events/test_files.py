"""Files of visits and action points: put there by the office, had by whoever reads the thing, gone when it is over."""

from typing import Any

import pytest

from korpu_documents import attaching
from korpu_events.files import files
from tests.documents import samples
from tests.events.delegations import a_visit
from tests.events.test_action_points import ANNA, VUGAR, a_point
from tests.office import Office

PDF = {"content-type": "application/pdf"}


async def uploaded(office: Office, role: str = "officer", **who: Any) -> str:
    """The hash of a file that somebody has brought."""
    answer = await office.asks(role, "POST", "/files", content=samples.PDF, headers=PDF, **who)
    return str(answer.json()["sha256"])


async def link(office: Office, kind: str, thing: Any, role: str | None, **who: Any) -> Any:
    asked = {"kind": kind, "id": thing["id"], "attachment_id": thing["state"]["files"][0]["id"]}
    return await office.asks(role, "POST", "/files/links", json=asked, **who)


async def test_a_file_of_a_visit_is_had_by_its_readers_and_taken_away_with_a_reason(office: Office) -> None:
    visit = await a_visit(office, unit="philology")
    given: dict[str, Any] = {"id": visit["id"], "title": "The letter of Konstanz"}

    visit = await office.does("officer", "AttachVisitFile", **given, file=await uploaded(office))

    readers = {role: (await link(office, "visit", visit, role)).status_code for role in ("rectorate", "legal")}
    own = await link(office, "visit", visit, "faculty_coordinator", units=["philology"])
    foreign = await link(office, "visit", visit, "faculty_coordinator", units=["physics"])
    fetched = await office.asks(None, "GET", own.json()["url"].removeprefix("/events"))
    assert readers == {"rectorate": 200, "legal": 404}
    assert (foreign.status_code, fetched.content) == (404, samples.PDF)
    away: dict[str, Any] = {"id": visit["id"], "attachment_id": visit["state"]["files"][0]["id"], "reason": "Wrong"}
    assert (await office.does("officer", "RemoveVisitFile", **away))["state"]["files"] == []
    assert await office.refuses("officer", "RemoveVisitFile", **away) == "attachment-unknown"
    assert (await office.said_about(visit["id"]))[-2:] == ["files_changed", "files_changed"]
    assert (await link(office, "visit", visit, "rectorate")).status_code == 404


async def test_a_closed_file_of_a_visit_takes_no_more(office: Office) -> None:
    visit = await a_visit(office, "closed")

    given: dict[str, Any] = {"id": visit["id"], "title": "Late", "file": await uploaded(office)}

    assert await office.refuses("officer", "AttachVisitFile", **given) == "wrong-status"


async def test_a_file_is_evidence_that_the_owner_brings_and_the_verifier_reads(office: Office) -> None:
    point = await a_point(office)
    anna: dict[str, Any] = {"person_id": ANNA, "subject": "anna"}
    vugar: dict[str, Any] = {"person_id": VUGAR, "subject": "vugar"}
    brought = await uploaded(office, "staff", **anna)
    given: dict[str, Any] = {"id": point["id"], "title": "The draft as it was sent", "file": brought}

    assert await office.refuses("staff", "AttachActionPointFile", **given, by=vugar) == "forbidden"
    await office.does("staff", "AttachActionPointFile", **given, by=anna)
    done = await office.does("staff", "FinishActionPoint", id=point["id"], by=anna)

    read = await link(office, "action_point", done, "staff", **vugar)
    assert (read.status_code, done["status"]) == (200, "done")
    stranger = await link(office, "action_point", done, "staff", person_id=RANDOM)
    assert stranger.status_code == 404


RANDOM = "00000000-0000-7000-8000-0000000000ff"


async def test_an_erased_person_is_forgotten_as_who_brought_a_file(office: Office) -> None:
    await uploaded(office, "staff", person_id=ANNA, subject="anna")

    state = {"id": ANNA, "version": 2, "erased_on": "2026-09-07"}
    await office.hears("mobility.people.v1", "person.erased", state)

    async with office.database.transaction() as session:
        [row] = (await session.execute(files.tables.uploaded.select())).all()
    assert (row.person_id, row.name) == (None, None)
    assert row.uploaded_by.startswith("erased:")


async def test_a_file_that_nobody_brought_and_one_too_many_are_refused(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    visit, point = await a_visit(office), await a_point(office)
    monkeypatch.setattr(attaching, "MOST_FILES", 1)
    things = {"AttachVisitFile": visit["id"], "AttachActionPointFile": point["id"]}
    brought = await uploaded(office)

    codes = {}
    for command, id in things.items():
        given: dict[str, Any] = {"id": id, "title": "A letter"}
        unknown = await office.refuses("officer", command, **given, file="0" * 64)
        await office.does("officer", command, **given, file=brought)
        codes[command] = [unknown, await office.refuses("officer", command, **given, file=brought)]

    assert list(codes.values()) == [["unknown-file", "too-many-files"]] * 2


@pytest.mark.parametrize("role", [None, "rectorate"])
async def test_only_who_works_with_visits_brings_files(office: Office, role: str | None) -> None:
    answer = await office.asks(role, "POST", "/files", content=samples.PDF, headers=PDF)

    assert answer.status_code == (403 if role else 401)
