"""Papers as a reader of any owner sees them: fetched by a link, and read page by page."""

import io
import unicodedata
from pathlib import Path
from typing import Any

import httpx
from pypdf import PdfReader

from korpu_documents.refusals import FilesFull
from korpu_documents.store import Objects
from tests.office import Office

KINDS = {"partners": "paper", "mobility": "mobility_paper", "events": "event_paper"}


async def link_to(office: Office, paper: dict[str, Any], role: str | None, **about: Any) -> httpx.Response:
    """What somebody hears who asks for a link to the paper's file."""
    kind = KINDS[office.service.name]
    asked = {"kind": kind, "id": paper["id"], "attachment_id": paper["file"]["id"]}
    return await office.asks(role, "POST", "/files/links", json=asked, **about)


async def file_of(office: Office, paper: dict[str, Any], role: str = "auditor") -> bytes:
    """The paper's file, by a link."""
    given = await link_to(office, paper, role)
    assert given.status_code == 200, given.text
    return (await office.asks(None, "GET", given.json()["url"].removeprefix(f"/{office.service.name}"))).content


def pages(pdf: bytes) -> list[str]:
    """What is written on each page, without what holds long words apart and line ends."""
    read = [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]
    return [
        " ".join(unicodedata.normalize("NFC", told).replace("\u200b", "").replace("\u00ad", "").split())
        for told in read
    ]


def _plain(told: str) -> str:
    return " ".join(unicodedata.normalize("NFC", told).replace("\u200b", "").replace("\u00ad", "").split())


def words(pdf: bytes) -> str:
    """All that is written on the pages."""
    return " ".join(pages(pdf))


class FullStore(Objects):
    """A store on a disk without room."""

    @classmethod
    def below(cls, folder: Path) -> "FullStore":
        """In this folder, as if nothing more went into it."""
        return cls(Objects.at(folder.as_uri()).store, 1)

    async def take(self, pieces: Any) -> Any:  # noqa: ARG002 -- as the store takes them
        """Nothing comes in any more."""
        raise FilesFull
