"""What a caller asks of a list: in the body, or in the address."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl

import orjson

from korpu_chassis.i18n.text import LANGUAGES
from korpu_gateway.exports.lists import FILTERED, Wanted
from korpu_gateway.exports.refused import NotAnExport
from korpu_gateway.http.requests import Bad, require_bounded

KNOWN = (*FILTERED, "columns", "language")
MOST_COLUMNS = 100


def wanted(name: str, form: str, given: Mapping[str, Any], language: str) -> Wanted:
    """The list as it is asked for; what is asked in another way is refused."""
    for each in given:
        if each not in KNOWN:
            raise NotAnExport(wrong=f"{each[:40]}? {', '.join(KNOWN)}")
    try:
        require_bounded(given)
    except Bad as bad:
        raise NotAnExport(wrong=bad.words) from None
    columns = given.get("columns")
    if columns is not None and not _are_names(columns):
        raise NotAnExport(wrong=f"columns: 1 … {MOST_COLUMNS}")
    spoken = given.get("language") or language
    if spoken not in LANGUAGES:
        raise NotAnExport(wrong=f"language: {', '.join(LANGUAGES)}")
    filters = {each: given[each] for each in FILTERED if given.get(each) is not None}
    return Wanted(name, form, filters, columns, spoken)


def _are_names(columns: object) -> bool:
    listed = isinstance(columns, list) and 0 < len(columns) <= MOST_COLUMNS
    return listed and all(isinstance(each, str) for each in columns)  # type: ignore[attr-defined]


def from_body(body: bytes) -> Mapping[str, Any]:
    """Read a JSON body; without one, the whole list is asked."""
    try:
        given = orjson.loads(body) if body else {}
    except ValueError:
        raise NotAnExport(wrong="JSON, UTF-8") from None
    if not isinstance(given, dict):
        raise NotAnExport(wrong="{…}")
    return given


def from_address(address: bytes) -> Mapping[str, Any]:
    """Read the query part of an address: filter and orderBy in JSON, columns between commas."""
    try:
        pairs = parse_qsl(address.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=20)
        given: dict[str, Any] = dict(pairs)
        for each in ("filter", "orderBy"):
            if each in given:
                given[each] = orjson.loads(given[each])
    except ValueError:
        raise NotAnExport(wrong="filter, orderBy: JSON, UTF-8") from None
    if "columns" in given:
        given["columns"] = given["columns"].split(",")
    return given
