"""Papers as a reader sees them: their words, their pages, and the QR code on them."""

import io
import unicodedata
from typing import Any

from pypdf import PdfReader

from tests.office import Office
from tests.partners.agreements.history import WRITER


async def made(office: Office, command: str, **given: Any) -> dict[str, Any]:
    """A paper that was made today."""
    state: dict[str, Any] = (await office.does("officer", command, by=WRITER, **given))["state"]
    return state


async def file_of(office: Office, paper: dict[str, Any], role: str = "auditor") -> bytes:
    """The paper's file."""
    response = await office.asks(role, "GET", f"/papers/{paper['id']}/file")
    assert response.status_code == 200, response.text
    return response.content


def words(pdf: bytes) -> str:
    """All that is written on the pages, without what holds long words apart and line ends."""
    told = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
    return " ".join(unicodedata.normalize("NFC", told).replace("\u200b", "").replace("\u00ad", "").split())
