"""Files that people bring to partners."""

from pathlib import Path
from typing import Any

import httpx

from tests.documents import samples
from tests.office import Office


async def brings(
    office: Office, content: Any = samples.PDF, role: str | None = "officer", **more: Any
) -> httpx.Response:
    kind = more.pop("kind", "application/pdf")
    name = more.pop("name", "attachment; filename*=UTF-8''Aysel%20M%C9%99mm%C9%99dova.pdf")
    headers = {"content-type": kind, "content-disposition": name, "accept-language": "en"}
    return await office.asks(role, "POST", "/files", content=content, headers=headers, **more)


def kept(shelf: Path) -> list[str]:
    return sorted(str(file.relative_to(shelf)) for file in shelf.rglob("*") if file.is_file())
