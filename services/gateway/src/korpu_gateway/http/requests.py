"""Requests of GraphQL over HTTP: read strictly, bounded before any work is done."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NoReturn
from urllib.parse import parse_qsl

import orjson

LARGEST_BODY = 256 * 1024
LONGEST_TEXT = 16 * 1024
TYPES: dict[str, type] = {
    "query": str,
    "operationName": str,
    "documentId": str,
    "variables": dict,
    "extensions": dict,
}


class Bad(Exception):
    """The request is not one of GraphQL over HTTP; the words say what is wrong."""

    def __init__(self, status: int, words: str) -> None:
        super().__init__(words)
        self.status = status
        self.words = words


@dataclass(frozen=True, slots=True)
class Sent:
    """What a client asks: a document, which of its operations, and with which variables."""

    query: str | None
    operation_name: str | None = None
    variables: Mapping[str, Any] = field(default_factory=dict)
    document_id: str | None = None


def from_body(body: bytes) -> Sent:
    """Read a JSON body."""
    try:
        given = orjson.loads(body)
    except ValueError:
        _bad("The body is not JSON in UTF-8")
    return _sent(given)


def from_address(address: bytes) -> Sent:
    """Read the query part of an address."""
    try:
        pairs = parse_qsl(address.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=20)
        given: dict[str, Any] = {name: value for name, value in pairs if name in TYPES}
        for name in ("variables", "extensions"):
            if given.get(name):
                given[name] = orjson.loads(given[name])
    except ValueError:
        _bad("The address cannot be read; variables and extensions are JSON in UTF-8")
    return _sent(given)


def _sent(given: Any) -> Sent:
    if isinstance(given, list):
        _bad("One request at a time: batches are not taken")
    if not isinstance(given, dict):
        _bad("The body is a JSON object")
    for named, type_ in TYPES.items():
        if not isinstance(given.get(named), type_ | None):
            _bad(f"{named} is {'a text' if type_ is str else 'a JSON object'}")
    query, name, variables = given.get("query"), given.get("operationName"), given.get("variables")
    document_id = given.get("documentId")
    if query is None and document_id is None:
        _bad("The request has no query")
    if query is not None and len(query) > LONGEST_TEXT:
        raise Bad(413, f"The query has at most {LONGEST_TEXT} characters")
    if holds_nul(variables):
        _bad("A text holds NUL")
    return Sent(query, name or None, variables or {}, document_id)


def holds_nul(value: Any) -> bool:
    """A text inside holds NUL, which no database keeps."""
    if isinstance(value, str):
        return "\0" in value
    if isinstance(value, dict):
        return any(holds_nul(each) for each in value) or any(holds_nul(each) for each in value.values())
    return isinstance(value, list) and any(holds_nul(each) for each in value)


def _bad(words: str) -> NoReturn:
    raise Bad(400, words)
