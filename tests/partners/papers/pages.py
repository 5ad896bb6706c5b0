"""Papers of partners, made in one line."""

from typing import Any

from tests.office import Office
from tests.papers import file_of, link_to, words
from tests.partners.agreements.history import WRITER

__all__ = ["file_of", "link_to", "made", "words"]


async def made(office: Office, command: str, **given: Any) -> dict[str, Any]:
    """A paper that was made today."""
    state: dict[str, Any] = (await office.does("officer", command, by=WRITER, **given))["state"]
    return state
