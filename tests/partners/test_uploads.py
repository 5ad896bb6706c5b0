"""Bringing files: kept once by their content, refused while they come in, and nothing left of what is refused."""

import asyncio
import hashlib
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from korpu_chassis.identity.access_tokens import Principal
from korpu_documents import uploads
from korpu_documents.content import PDF
from korpu_documents.store import LARGEST, UNSETTLED, place_of
from korpu_partners.files import files
from tests.documents import samples
from tests.documents.test_content import GOOD
from tests.office import Office
from tests.partners.bringing import brings, kept


async def test_a_file_is_kept_under_the_hash_of_its_content(office: Office, shelf: Path) -> None:
    response = await brings(office)

    sha256 = hashlib.sha256(samples.PDF).hexdigest()
    assert response.status_code == 201
    assert response.json() == {"sha256": sha256, "media_type": "application/pdf", "size": len(samples.PDF)}
    assert kept(shelf) == [place_of(sha256)]


@pytest.mark.parametrize("kind", GOOD)
async def test_every_kind_of_file_that_an_office_reads_is_taken(office: Office, kind: str) -> None:
    content, name = GOOD[kind]

    response = await brings(office, content, kind=kind, name=f'attachment; filename="{name}"')

    assert (response.status_code, response.json().get("media_type")) == (201, kind)


async def test_the_same_content_is_kept_once_whoever_brings_it(office: Office, shelf: Path) -> None:
    answers = await asyncio.gather(*(brings(office, subject=f"officer-{one}") for one in range(6)))

    assert {answer.status_code for answer in answers} == {201}
    assert len(kept(shelf)) == 1


@pytest.mark.parametrize(
    ("content", "kind", "status", "code"),
    [
        (b"", "application/pdf", 422, "file-empty"),
        (samples.HTML, "application/pdf", 422, "file-type-mismatch"),
        (samples.SVG, "image/svg+xml", 415, "file-type-refused"),
        (samples.docx(**{"word/vbaProject.bin": b"x"}), None, 422, "file-unsafe"),
        (b"%PDF-1.7" + b"x" * LARGEST, "application/pdf", 413, "file-too-large"),
    ],
)
async def test_what_is_refused_leaves_nothing_behind(
    office: Office, shelf: Path, content: bytes, kind: str | None, status: int, code: str
) -> None:
    response = await brings(office, content, kind=kind or "application/octet-stream", name="attachment")

    assert (response.status_code, response.json()["code"]) == (status, code)
    assert kept(shelf) == []


async def test_what_does_not_say_how_large_it_is_is_refused_while_it_comes(office: Office, shelf: Path) -> None:
    asked = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal asked
        while True:
            asked += 1
            yield b"x" * 1024 * 1024

    response = await brings(office, endless())

    assert response.json()["code"] == "file-too-large"
    assert asked <= 28
    assert kept(shelf) == []


async def test_an_upload_that_falls_silent_is_refused(
    office: Office, shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploads, "LONGEST_SILENCE", 0.05)

    async def sleepy() -> AsyncIterator[bytes]:
        yield b"%PDF-"
        await asyncio.sleep(1)
        yield b"more"

    response = await brings(office, sleepy())

    assert (response.status_code, response.json()["code"]) == (408, "upload-too-slow")
    assert kept(shelf) == []


@pytest.mark.parametrize(
    ("role", "status"),
    [("officer", 201), ("head", 201), ("legal", 403), ("auditor", 403), ("faculty_coordinator", 403), (None, 401)],
)
async def test_the_department_brings_files(office: Office, role: str | None, status: int) -> None:
    assert (await brings(office, role=role)).status_code == status


async def test_what_partners_makes_itself_is_kept_for_whoever_had_it_made(office: Office, shelf: Path) -> None:
    officer = Principal("officer-1", frozenset({"officer"}))

    async with office.database.transaction() as session:
        made = await files.put(office.runtime.unit_of_work(session, officer, "MakePaper"), samples.PDF, PDF)

    brought = (await brings(office)).json()
    assert brought == made.model_dump()
    assert kept(shelf) == [place_of(made.sha256), f"{UNSETTLED}/{made.sha256}"]
