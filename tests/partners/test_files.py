"""Files at partners: brought, hung on agreements, fetched by those who may, and swept when nobody uses them."""

import hashlib
import io
import os
import re
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import pytest
from sqlalchemy import select

from korpu_chassis.observability import telemetry
from korpu_chassis.persistence.store import read_log
from korpu_documents.store import Damaged, place_of
from korpu_partners.files import files
from tests.documents import samples
from tests.office import Office, logs
from tests.partners.agreements.history import draft
from tests.partners.bringing import brings, kept

SEALED = {
    "x-content-type-options": "nosniff",
    "content-security-policy": "sandbox; default-src 'none'; frame-ancestors 'none'",
    "cache-control": "private, no-store",
}


async def hung(office: Office, content: bytes = samples.PDF, **more: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    """An agreement with a paper, and the paper's attachment."""
    agreement = await draft(office, **more)
    sha256 = (await brings(office, content)).json()["sha256"]
    paper = {"title": "Saziş, 2026", "reference": "A-17", "language": "az"}
    told = await office.does("officer", "AddDocument", id=agreement["id"], document=paper, file=sha256)
    return told["state"], told["state"]["documents"][-1]["attachment"]


async def link(office: Office, state: dict[str, Any], file: dict[str, Any], role: str | None, **more: Any) -> Any:
    asked = {"kind": "agreement", "id": state["id"], "attachment_id": file["id"]}
    return await office.asks(role, "POST", "/files/links", json=asked, **more)


async def fetch(office: Office, url: str, method: str = "GET", **headers: str) -> httpx.Response:
    return await office.asks(None, method, url.removeprefix("/partners"), headers=headers)


async def test_a_paper_of_an_agreement_carries_its_file_in_the_message(office: Office) -> None:
    state, file = await hung(office)

    told = (await office.messages_about(state["id"]))[-1]
    assert told["state"]["documents"][-1]["attachment"] == file
    assert {file["title"], file["media_type"], file["size"], file["language"], file["added_on"]} == {
        "Saziş, 2026", "application/pdf", len(samples.PDF), "az", "2026-09-07",
    }  # fmt: skip
    assert "Aysel" not in str(told)


@pytest.mark.parametrize("sha256", ["0" * 64, hashlib.sha256(samples.PDF).hexdigest()])
async def test_a_file_that_the_caller_did_not_bring_is_unknown(office: Office, sha256: str) -> None:
    agreement = await draft(office)
    await brings(office, subject="somebody-else")

    paper = {"title": "Scan", "reference": "A"}
    code = await office.refuses("officer", "AddDocument", id=agreement["id"], document=paper, file=sha256)

    assert code == "unknown-file"


async def test_a_file_that_hangs_on_something_readable_may_be_hung_again(office: Office) -> None:
    state, file = await hung(office)

    paper = {"title": "Again", "reference": "B"}
    told = await office.does("head", "AddDocument", id=state["id"], document=paper, file=file["sha256"])

    assert told["state"]["documents"][-1]["attachment"]["sha256"] == file["sha256"]


async def test_who_may_read_the_agreement_fetches_its_paper_by_a_link(office: Office) -> None:
    state, file = await hung(office)

    given = (await link(office, state, file, "officer")).json()
    response = await fetch(office, given["url"])

    assert given["url"].startswith("/partners/files/content/")
    assert response.content == samples.PDF
    assert {name: response.headers[name] for name in SEALED} == SEALED
    assert response.headers["content-type"] == "application/pdf"
    assert response.headers["content-length"] == str(len(samples.PDF))
    assert "filename*=UTF-8''Sazi%C5%9F%2C%202026.pdf" in response.headers["content-disposition"]
    assert response.headers["content-disposition"].startswith("attachment;")
    head = await fetch(office, given["url"], "HEAD")
    assert (head.headers["content-length"], head.content) == (str(len(samples.PDF)), b"")
    assert (await fetch(office, given["url"], **{"if-none-match": response.headers["etag"]})).status_code == 304


@pytest.mark.parametrize(
    ("role", "about", "status"),
    [
        ("officer", {}, 200),
        ("head", {}, 200),
        ("auditor", {}, 200),
        ("legal", {}, 200),
        ("faculty_coordinator", {"units": ["philology"]}, 200),
        ("faculty_coordinator", {"units": ["physics"]}, 404),
        ("student", {"person_id": uuid4()}, 404),
        (None, {}, 401),
    ],
)
async def test_a_link_is_given_to_readers_of_what_the_file_hangs_on(
    office: Office, role: str | None, about: dict[str, Any], status: int
) -> None:
    state, file = await hung(office, unit="philology")

    assert (await link(office, state, file, role, **about)).status_code == status


async def test_every_link_is_written_down(office: Office) -> None:
    state, file = await hung(office)

    await link(office, state, file, "auditor")

    async with office.database.transaction() as session:
        rows = (await session.execute(files_read())).all()
    assert [(row.subject, str(row.about), row.fields) for row in rows] == [
        ("auditor-1", state["id"], [f"file:{file['id']}"])
    ]


async def test_a_link_dies_after_five_minutes(office: Office) -> None:
    state, file = await hung(office)
    url = (await link(office, state, file, "officer")).json()["url"]

    office.clock.move_to(office.clock.now() + timedelta(minutes=5, seconds=1))

    response = await fetch(office, url)
    assert (response.status_code, response.json()["code"]) == (410, "link-expired")


async def test_a_link_that_we_did_not_sign_is_not_found(office: Office) -> None:
    state, file = await hung(office)
    url = (await link(office, state, file, "officer")).json()["url"]

    said, signature = url.rsplit("/", 1)[1].split(".")
    forged = [f"{said}.{signature[:-2]}AA", f"{said[:-4]}AAAA.{signature}", said, f".{signature}", "x.y", "-"]
    statuses = {(await fetch(office, f"/files/content/{each}")).status_code for each in forged}

    assert statuses == {404}


async def test_what_was_changed_on_the_disk_is_never_given_out_whole(office: Office, shelf: Path) -> None:
    state, file = await hung(office)
    url = (await link(office, state, file, "officer")).json()["url"]
    shelf.joinpath(place_of(file["sha256"])).write_bytes(samples.PDF.replace(b"obj", b"OBJ"))

    with pytest.raises(Damaged):
        await fetch(office, url)


async def test_a_file_that_nobody_used_in_a_day_is_swept_and_a_used_one_stays(office: Office, shelf: Path) -> None:
    _, file = await hung(office)
    unused = (await brings(office, samples.picture("PNG"), kind="image/png", name="attachment")).json()
    shelf.joinpath("incoming/left-over").write_bytes(b"half")
    os.utime(shelf / "incoming/left-over", (0, 0))

    await files.sweep(office.database)
    assert place_of(unused["sha256"]) in kept(shelf)

    office.clock.move_to(office.clock.now() + timedelta(hours=25))
    await files.sweep(office.database)

    assert kept(shelf) == [
        place_of(file["sha256"]),
        *([] if not shelf.joinpath("incoming/left-over").exists() else ["x"]),
    ]


async def test_the_name_under_which_a_file_came_is_forgotten_with_its_day(office: Office) -> None:
    await hung(office)
    assert await names(office) == ["Aysel Məmmədova.pdf"]

    office.clock.move_to(office.clock.now() + timedelta(hours=25))
    await files.sweep(office.database)

    assert await names(office) == [None]


async def test_who_is_erased_is_no_longer_known_to_have_brought_anything(office: Office) -> None:
    person, other = uuid4(), uuid4()
    agreement = await draft(office)
    sha256 = (await brings(office, person_id=person)).json()["sha256"]
    await brings(office, role="head", person_id=other)
    paper = {"title": "Saziş", "reference": "A-17", "language": "az"}
    told = await office.does("officer", "AddDocument", id=agreement["id"], document=paper, file=sha256)
    file = told["state"]["documents"][-1]["attachment"]

    for _ in range(2):
        await office.hears(
            "mobility.people.v1", "person.erased", {"id": person, "version": 2, "erased_on": "2026-09-08"}
        )

    assert {each.person_id for each in await brought(office)} == {None, other}
    assert [each.name for each in await brought(office) if each.person_id is None] == [None]
    assert not any(each.uploaded_by == "officer-1" for each in await brought(office))
    assert (await link(office, told["state"], file, "head")).status_code == 200


async def test_who_is_corrected_is_not_forgotten(office: Office) -> None:
    person = uuid4()
    await brings(office, person_id=person)

    await office.hears("mobility.people.v1", "person.corrected", {"id": person, "version": 2, "erased_on": None})

    assert [each.person_id for each in await brought(office)] == [person]


async def test_no_log_line_tells_a_name_a_link_or_a_title(office: Office) -> None:
    said = io.StringIO()
    telemetry.configure("partners", "test", stream=said)
    try:
        state, file = await hung(office)
        url = (await link(office, state, file, "officer")).json()["url"]
        await fetch(office, url)
        await brings(office, samples.HTML)
    finally:
        logs()

    assert "/files/content/{link}" in said.getvalue()
    assert not re.search(r"Aysel|Sazi|content/[^{]", said.getvalue())


async def names(office: Office) -> list[str | None]:
    return [each.name for each in await brought(office)]


async def brought(office: Office) -> list[Any]:
    async with office.database.transaction() as session:
        return list((await session.execute(select(files.tables.uploaded))).all())


def files_read() -> Any:
    return read_log.select()
