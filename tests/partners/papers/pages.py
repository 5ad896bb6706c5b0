"""Papers as a reader sees them: their words, their pages, and the QR code on them."""

import io
import unicodedata
from typing import Any

import httpx
from pypdf import PdfReader

from tests.office import Office
from tests.partners.agreements.history import WRITER


async def made(office: Office, command: str, **given: Any) -> dict[str, Any]:
    """A paper that was made today."""
    state: dict[str, Any] = (await office.does("officer", command, by=WRITER, **given))["state"]
    return state


async def file_of(office: Office, paper: dict[str, Any], role: str = "auditor") -> bytes:
    """The paper's file, by a link."""
    given = await link_to(office, paper, role)
    assert given.status_code == 200, given.text
    return (await office.asks(None, "GET", given.json()["url"].removeprefix("/partners"))).content


async def link_to(office: Office, paper: dict[str, Any], role: str | None, **about: Any) -> httpx.Response:
    """What somebody hears who asks for a link to the paper's file."""
    asked = {"kind": "paper", "id": paper["id"], "attachment_id": paper["file"]["id"]}
    return await office.asks(role, "POST", "/files/links", json=asked, **about)


def words(pdf: bytes) -> str:
    """All that is written on the pages, without what holds long words apart and line ends."""
    told = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
    return " ".join(unicodedata.normalize("NFC", told).replace("\u200b", "").replace("\u00ad", "").split())
