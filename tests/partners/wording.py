"""Translations that are none, of whatever has a title."""

from typing import Any

from tests.office import Office

WRONG: tuple[dict[str, Any], ...] = ({"follows": 2}, {"language": "az"}, {"part": "nobody"})
REFUSED = ["translation-follows-another", "translation-of-itself", "no-such-text"]


async def translated_wrongly(office: Office, command: str, thing: Any, field: str = "title") -> list[str]:
    """The codes with which wrong translations of an Azerbaijani text are refused, as in `REFUSED`."""
    asked: dict[str, Any] = {"id": thing["id"], "field": field, "language": "de", "words": "Austausch", "follows": 1}
    return [await office.refuses("officer", command, **{**asked, **wrong}) for wrong in WRONG]
