"""`python -m korpu_gateway explain`: a query's SQL as the endpoint compiles it, and how PostgreSQL answers it."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from uuid import UUID

import orjson

from korpu_chassis.configuration.settings import EnvironmentSettings, StoreSettings
from korpu_chassis.database.availability import DatabaseUnavailable
from korpu_chassis.identity.access_tokens import Principal, Verifier
from korpu_gateway.http.endpoint import Endpoint
from korpu_gateway.http.explanation import Asked, NotExplained, explained
from korpu_gateway.readmodel.pool import reading_pool
from korpu_gateway.schema import schema


class ExplainSettings(EnvironmentSettings):
    """Where the owners' contracts lie, of which the schema is made."""

    contracts: Path | None = None


async def explain_command(settings: StoreSettings, arguments: Sequence[str]) -> int:
    """Print the statement of a query and its plan; 1 with the reason on stderr when there is none."""
    words, more = _parser().parse_args(arguments), ExplainSettings()
    graph = schema(more.contracts)._schema  # noqa: SLF001 - the compiler reads GraphQL's own schema
    try:
        asked = _asked(words)
        async with reading_pool(settings.database, 1) as pool:
            endpoint = Endpoint(graph, pool, Verifier("", "", ""), development=more.environment == "development")
            async for part in explained(endpoint, pool, asked):
                sys.stdout.write(f"{part}\n")
    except NotExplained as reason:
        sys.stderr.write(f"explain: {reason}\n")
    except (DatabaseUnavailable, OSError) as away:
        sys.stderr.write(f"explain: the read model does not answer ({type(away).__name__})\n")
    else:
        return 0
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="explain", description=__doc__)
    parser.add_argument("query", help="a file with a GraphQL document, or - for what comes in")
    parser.add_argument("--role", action="append", default=[], help="of the caller; without one, nobody is signed in")
    parser.add_argument("--unit", action="append", default=[])
    parser.add_argument("--person", type=UUID)
    parser.add_argument("--language", default="az")
    parser.add_argument("--operation", help="which operation of the document")
    parser.add_argument("--variables", default="{}", help="JSON, or a file that holds it")
    return parser


def _asked(words: argparse.Namespace) -> Asked:
    who = Principal("explain", frozenset(words.role), frozenset(words.unit), words.person)
    body = {"query": _query(words.query), "variables": _variables(words.variables), "operationName": words.operation}
    return Asked(body, who if words.role else Principal.anonymous, words.language)


def _query(file: str) -> str:
    try:
        return sys.stdin.read() if file == "-" else Path(file).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as wrong:
        raise NotExplained(f"{file}: {getattr(wrong, 'strerror', None) or 'not UTF-8'}") from None


def _variables(given: str) -> Any:
    try:
        return orjson.loads(given if given.lstrip().startswith("{") else Path(given).read_bytes())
    except orjson.JSONDecodeError as wrong:
        raise NotExplained(f"the variables are no JSON: {wrong.msg}") from None
    except OSError as wrong:
        raise NotExplained(f"{given}: {wrong.strerror}") from None
