"""Documents as they are kept: the published state, and under `_` what was prepared from it for lists."""

from typing import Any

import orjson

from korpu_chassis.i18n.text import fold, fold_keys, sort_key
from korpu_gateway.readmodel.columns import WORDS
from korpu_gateway.reads.kinds import Document, Kind


def document(kind: Kind, state: dict[str, Any]) -> Document:
    """The document of a state: sorted by the Azerbaijani alphabet, found under every spelling."""
    prepared = kind.prepared(state)
    said = " ".join(prepared["search"])
    search = " ".join(dict.fromkeys([*fold(said).split(), *sorted(fold_keys(said))]))
    words = {"kind": kind.name, "sort": sort_key(prepared["sort"]), "search": search}
    if name := prepared.get("name"):
        words["name"] = dict(name)  # type: ignore[assignment]
    return {**state, WORDS: words}


def packed(document: Document) -> str:
    """The document as PostgreSQL takes it."""
    return orjson.dumps(document).decode()
