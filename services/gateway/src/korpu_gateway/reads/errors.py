"""Errors as callers read them: refusals in their language, GraphQL's own words, and nothing of ours."""

import re
from typing import Any

import structlog
from graphql import ExecutionResult, GraphQLError

from korpu_chassis.database.availability import DatabaseUnavailable, RowBusy
from korpu_chassis.refusals import Refusal

log = structlog.get_logger("graphql")
INTERNAL = "internal-error"
LONGEST_MESSAGE = 500
"""GraphQL quotes whole tokens; the patterns below would go over a long one again and again."""
QUOTED = (
    (re.compile(r"[,;] found: .*", re.DOTALL), "."),
    (re.compile(r", but encountered error .*", re.DOTALL), "."),
    (re.compile(r"(cannot represent [^:]*value): .*", re.DOTALL), r"\1."),
    (re.compile(r"Value .* does not exist in", re.DOTALL), "The value does not exist in"),
)
"""How GraphQL's own words quote what was sent; a value may be somebody's name, so it is left out."""


def formatted(error: GraphQLError, language: str) -> dict[str, Any]:
    """One error of a response."""
    told: dict[str, Any] = {"message": unquoted(error.message)}
    original = innermost(error)
    if isinstance(original, Refusal):
        told["message"] = original.message(language)
    elif original is not None:
        log.error("resolver.failed", path=error.path, exc_info=original)
        told["message"] = "Something went wrong on our side"
    if error.locations:
        told["locations"] = [{"line": each.line, "column": each.column} for each in error.locations]
    if error.path is not None:
        told["path"] = error.path
    if isinstance(original, Refusal):
        told["extensions"] = _extensions(original)
    elif original is not None:
        told["extensions"] = {"code": INTERNAL}
    return told


def raise_if_away(result: ExecutionResult) -> None:
    """Half an answer of a database that went away in between is none."""
    for error in result.errors or ():
        if isinstance(original := innermost(error), DatabaseUnavailable | RowBusy):
            raise original


def unquoted(message: str) -> str:
    """GraphQL's own words without the values that were sent; the field is named."""
    message = message[:LONGEST_MESSAGE]
    for quoted, instead in QUOTED:
        message = quoted.sub(instead, message)
    return message


def innermost(error: GraphQLError) -> BaseException | None:
    """The exception behind an error, or None when GraphQL itself said no."""
    original: BaseException | None = error.original_error
    while isinstance(original, GraphQLError):
        original = original.original_error
    return original


def refused(refusal: Refusal, language: str) -> dict[str, Any]:
    """A refusal as the only error of a response."""
    return {"message": refusal.message(language), "extensions": _extensions(refusal)}


def _extensions(refusal: Refusal) -> dict[str, Any]:
    """The code, and for who asks too often the seconds to wait."""
    return {"code": refusal.code} | ({"retryAfter": refusal.retry_after} if refusal.retry_after else {})
