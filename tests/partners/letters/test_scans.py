"""The scans of letters: attached by the office, had by whoever reads the letter, taken away again."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from korpu_documents.store import Objects
from korpu_partners.files import files
from tests.documents import samples
from tests.office import Office
from tests.partners.letters import post


@pytest.fixture(autouse=True)
def shelf(tmp_path: Path) -> Iterator[Path]:
    """A folder for the files of one test."""
    with files.on(Objects.at(tmp_path.as_uri())):
        yield tmp_path


async def scanned(office: Office, **letter: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    """A letter with its scan."""
    known = await post.came_in(office, **letter)
    headers = {"content-type": "application/pdf"}
    uploaded = await office.asks("officer", "POST", "/files", content=samples.PDF, headers=headers)
    given = {"id": known["id"], "file": uploaded.json()["sha256"], "title": "Scan of the letter", "language": "az"}
    state = (await office.does("officer", "AttachScan", **given))["state"]
    return state, state["scans"][0]


async def link(office: Office, letter: dict[str, Any], scan: dict[str, Any], role: str, **who: Any) -> Any:
    asked = {"kind": "letter", "id": letter["id"], "attachment_id": scan["id"]}
    return await office.asks(role, "POST", "/files/links", json=asked, **who)


async def test_a_scan_hangs_on_its_letter_and_is_fetched_by_those_who_read_it(office: Office) -> None:
    letter, scan = await scanned(office, unit="philology")

    given = {role: (await link(office, letter, scan, role)).status_code for role in ("officer", "auditor", "legal")}
    own = await link(office, letter, scan, "faculty_coordinator", units=["philology"])
    foreign = await link(office, letter, scan, "faculty_coordinator", units=["physics"])
    fetched = await office.asks(None, "GET", own.json()["url"].removeprefix("/partners"))

    assert (scan["title"], scan["media_type"], scan["size"]) == (
        "Scan of the letter",
        "application/pdf",
        len(samples.PDF),
    )
    assert given == {"officer": 200, "auditor": 200, "legal": 404}
    assert (own.status_code, foreign.status_code) == (200, 404)
    assert fetched.content == samples.PDF


async def test_of_a_confidential_letter_not_even_the_title_of_a_scan_is_told(office: Office) -> None:
    letter, scan = await scanned(office, unit="philology", confidential=True)

    said = await office.messages_about(letter["id"])

    assert "Scan of the letter" not in str([each["state"] for each in said])
    own = await link(office, letter, scan, "faculty_coordinator", units=["philology"])
    assert own.status_code == 404
    assert (await link(office, letter, scan, "officer")).status_code == 200


async def test_a_wrong_scan_is_taken_away_with_a_reason(office: Office) -> None:
    letter, scan = await scanned(office)
    wrong: dict[str, Any] = {"id": letter["id"], "attachment_id": scan["id"], "reason": "Of another letter"}

    after = (await office.does("officer", "RemoveScan", **wrong))["state"]

    assert after["scans"] == []
    assert await office.said_about(letter["id"]) == ["registered", "scans_changed", "scans_changed"]
    assert (await link(office, letter, scan, "officer")).status_code == 404
    assert await office.refuses("officer", "RemoveScan", **wrong) == "letter-scan-unknown"


async def test_only_what_was_uploaded_is_attached_and_a_reader_may_hang_it_elsewhere(office: Office) -> None:
    _, scan = await scanned(office, confidential=True)
    other = await post.came_in(office)
    given: dict[str, Any] = {"id": other["id"], "title": "Scan"}

    never = await office.refuses("officer", "AttachScan", **given, file="0" * 64)
    reader = await office.does("head", "AttachScan", **given, file=scan["sha256"])

    assert never == "unknown-file"
    assert reader["state"]["scans"][0]["sha256"] == scan["sha256"]


async def test_an_annulled_letter_takes_no_scans(office: Office) -> None:
    letter, scan = await scanned(office)
    await office.does("officer", "AnnulLetter", id=letter["id"], reason="Not ours")
    known: dict[str, Any] = {"id": letter["id"]}

    more = await office.refuses("officer", "AttachScan", **known, file=scan["sha256"], title="Scan")
    less = await office.refuses("officer", "RemoveScan", **known, attachment_id=str(uuid4()), reason="Why")

    assert (more, less) == ("wrong-status", "wrong-status")
