"""Old registers as tests send them: files made here, pieces, and what becomes of their rows."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any
from uuid import uuid4

from openpyxl import Workbook

from tests.office import Office

PIECE = 100_000
PARTNERS = (
    ("Adı", "Ölkə", "Şəhər", "Veb sayt"),
    ("Bakı Dövlət Universiteti", "Azərbaycan", "Bakı", "http://bsu.edu.az"),
    ("Universität Bonn", "Almaniya", "Bonn", "www.uni-bonn.de"),
    ("Università di Bologna", "Италия", "Bologna", ""),
)


def workbook(*sheets: Iterable[Sequence[Any]], merged: Sequence[str] = ()) -> bytes:
    """A workbook with these sheets; `merged` cells are in the first."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for number, rows in enumerate(sheets, 1):
        sheet = book.create_sheet(f"Vərəq{number}")
        for row in rows:
            sheet.append(list(row))
    for cells in merged:
        book.worksheets[0].merge_cells(cells)
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def text(rows: Iterable[Sequence[str]], encoding: str = "utf-8", delimiter: str = ";") -> bytes:
    """A table of text."""
    kept = io.StringIO(newline="")
    csv.writer(kept, delimiter=delimiter).writerows(rows)
    return kept.getvalue().encode(encoding)


async def begun(office: Office, content: bytes, kind: str = "organisations", **more: Any) -> Any:
    """The file is sent, and its columns are guessed."""
    file_id, pieces = await sent(office, content)
    given = {"kind": kind, "file": "old.xlsx", "file_id": file_id, "pieces": pieces, **more}
    return await office.does("officer", "BeginImport", **given)


async def sent(office: Office, content: bytes) -> tuple[str, int]:
    """The file is sent in pieces."""
    file_id, pieces = str(uuid4()), range(0, len(content) or 1, PIECE)
    for number, at in enumerate(pieces):
        path = f"/imports/files/{file_id}/{number}"
        await office.asks("officer", "PUT", path, content=content[at : at + PIECE])
    return file_id, len(pieces)


async def works(office: Office) -> None:
    """The clock does what is at work."""
    await office.waits_until(office.clock.now())


async def previewed(office: Office, content: bytes, kind: str = "organisations", **more: Any) -> Any:
    """The rows were looked at."""
    known = await begun(office, content, kind, **more)
    await office.does("officer", "PreviewImport", id=known["id"])
    await works(office)
    return await state(office, known["id"])


async def imported(office: Office, content: bytes, kind: str = "organisations", **more: Any) -> Any:
    """All that can be entered is entered."""
    known = await previewed(office, content, kind, **more)
    await office.does("officer", "StartImport", id=known["id"])
    await works(office)
    return await state(office, known["id"])


async def state(office: Office, id: str) -> Any:
    """The import as it now is."""
    return (await office.asks("officer", "GET", f"/register-import/{id}")).json()


async def rows(office: Office, id: str, *outcomes: str, language: str = "en") -> Any:
    """The rows with these outcomes."""
    path = f"/imports/{id}/rows?" + "&".join(f"outcome={each}" for each in outcomes)
    return (await office.asks("officer", "GET", path, language=language, headers={"accept-language": language})).json()[
        "rows"
    ]


def counts(known: Any) -> dict[str, int]:
    """How many rows have which outcome; what is nought is left out."""
    return {name: many for name, many in known["counts"].items() if many}
