"""Requests of GraphQL over HTTP: read strictly, bounded before any work is done."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import Any, NoReturn
from urllib.parse import parse_qsl

import orjson

LARGEST_BODY = 256 * 1024
LONGEST_TEXT = 16 * 1024
DEEPEST_VARIABLES = 32
"""The deepest input of a command nests six levels."""
MOST_VALUES = 5_000
"""A register's rows as one command has them; each is looked at and coerced at one go, some 3 µs a value."""
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
    return from_object(given)


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
    return from_object(given)


def from_object(given: Any) -> Sent:
    """Read what was sent as JSON."""
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
    require_bounded(variables)
    return Sent(query, name or None, variables or {}, document_id)


def require_bounded(variables: Any) -> None:
    """Refuse variables that nest too deeply or hold too many values, or NUL, which no database keeps."""
    level, count = [variables], 0
    for _ in range(DEEPEST_VARIABLES):
        count += len(level)
        if count > MOST_VALUES:
            raise Bad(413, f"The variables hold at most {MOST_VALUES} values")
        if any(isinstance(each, str) and "\0" in each for each in level):
            _bad("A text holds NUL")
        level = list(chain.from_iterable(_within(each) for each in level))
        if not level:
            return
    _bad(f"The variables nest at most {DEEPEST_VARIABLES} levels")


def nests_deeper(value: Any, levels: int) -> bool:
    """Whether lists and objects stand in one another more than so many times; it walks level by level."""
    level = [value]
    for _ in range(levels):
        level = [each for held in level for each in _within(held) if isinstance(each, dict | list)]
        if not level:
            return False
    return True


def _within(value: Any) -> Iterable[Any]:
    if isinstance(value, dict):
        return chain(value, value.values())
    return value if isinstance(value, list) else ()


def _bad(words: str) -> NoReturn:
    raise Bad(400, words)
