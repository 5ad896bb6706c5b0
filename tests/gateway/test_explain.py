"""What `explain` shows of a query: the endpoint's own statement and PostgreSQL's plan, or why there is none."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from korpu_chassis.identity.access_tokens import Principal
from korpu_gateway.http.explanation import Asked, NotExplained, explained
from tests.gateway.conftest import OFFICER, Gateway, graphql_client

LIST = """
query List($first: Int!, $words: [AgreementStatus!], $text: String) {
    agreements(filter: {status: $words, search: $text}, first: $first) {nodes {code title {text}}}
}
"""
COORDINATOR = Principal("coordinator", frozenset({"faculty_coordinator"}), frozenset({"o'philology"}))


async def shown(office: Gateway, query: Any, who: Principal = OFFICER, **variables: Any) -> str:
    """What is printed for this query."""
    async with graphql_client(office) as graphql:
        told = explained(graphql.endpoint, office.pool, Asked({"query": query, "variables": variables}, who, "az"))
        return "\n".join([part async for part in told])


async def test_the_statement_is_that_of_the_endpoint_with_the_plan_that_it_gets(office: Gateway) -> None:
    told = await shown(office, LIST, first=7, words=["DRAFT", "IN_FORCE"], text="it's")

    assert told.startswith("-- List is compiled into one statement")
    assert "\n-- $1 = " in told
    assert "\nSELECT convert_to(" in told
    assert "Buffers: " in told
    assert "$1" in told.partition("actual time=")[2]  # the generic plan, which knows no values, as the endpoint's
    assert "-- the statement answers " in told


async def test_a_query_without_parameters_is_explained(office: Gateway) -> None:
    assert "Execution Time: " in await shown(office, "{__typename}")


async def test_it_is_explained_for_the_caller(office: Gateway) -> None:
    told = await shown(office, "{agreements {totalCount}}", COORDINATOR)

    assert """["o'philology"]""" in told
    assert "philology" not in await shown(office, "{agreements {totalCount}}")


async def test_what_is_executed_says_why(office: Gateway) -> None:
    told = await shown(office, "{translations(first: 5) {totalCount}}")

    assert told == "-- executed field by field, not compiled: Query.translations is not read with one statement"


@pytest.mark.parametrize(
    ("query", "variables", "reason"),
    [
        ("{agreements {nothing}}", {}, "nothing"),
        ("{agreements(first: 5000) {nodes {id}}}", {}, "too-costly|5,000|page"),
        ("mutation {__typename}", {}, "only queries"),
        ("subscription {changes {fact}}", {}, "only queries"),
        ("query A {__typename} query B {__typename}", {}, "Which operation"),
        (LIST, {}, "first"),
        (LIST, {"first": "x"}, "first"),
        (1, {}, "query is a text"),
        ("{" + "a " * 2_500 + "}", {}, "document-too-large"),
    ],
)
async def test_what_cannot_be_explained_is_said_in_words(
    office: Gateway, query: Any, variables: dict[str, Any], reason: str
) -> None:
    with pytest.raises(NotExplained, match=reason):
        await shown(office, query, **variables)


def test_the_command_needs_the_database_alone(office: Gateway, tmp_path: Path) -> None:
    told = {**os.environ, "KORPU_DATABASE": office.database.dsn}

    def explain(*words: str, query: str = "") -> "subprocess.CompletedProcess[str]":
        command = [sys.executable, "-m", "korpu_gateway", "explain", *words]
        return subprocess.run(command, env=told, input=query, capture_output=True, text=True, check=False, cwd=tmp_path)

    (tmp_path / "list.graphql").write_text(LIST, "utf-8")
    good = explain("list.graphql", "--role", "officer", "--variables", '{"first": 3}')
    wrong = explain("-", "--role", "officer", query="{")
    missing = explain("nowhere.graphql", "--variables", '{"first": ')

    assert (good.returncode, good.stderr) == (0, "")
    assert "Execution Time: " in good.stdout
    assert (wrong.returncode, wrong.stdout) == (1, "")
    assert wrong.stderr.startswith("explain: Syntax Error")
    assert (missing.returncode, missing.stderr) == (1, "explain: nowhere.graphql: No such file or directory\n")
