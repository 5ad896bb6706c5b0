"""What tools ask of the schema itself is answered once for all who ask."""

import asyncio
from typing import Any

import orjson
import pytest
from graphql import ExecutionResult, GraphQLError, OperationDefinitionNode, parse

from korpu_gateway.reads.schema_answers import LONGEST_VARIABLES, Key, SchemaAnswers, key_of

TEXT = "{__schema{types{name}}}"
KEY: Key = (TEXT, None, b"{}")


def operation(text: str) -> OperationDefinitionNode:
    first = parse(text).definitions[0]
    assert isinstance(first, OperationDefinitionNode)
    return first


class Kitchen:
    """Makes an answer when it is let to, and counts."""

    def __init__(self, *results: ExecutionResult) -> None:
        self.let, self.made, self._results = asyncio.Event(), 0, iter(results)

    async def make(self) -> ExecutionResult:
        self.made += 1
        await self.let.wait()
        return next(self._results)


RIGHT = ExecutionResult({"__schema": {"types": [{"name": "Query"}]}}, None)
WRONG = ExecutionResult(None, [GraphQLError("no")])


async def test_who_asks_at_the_same_time_waits_for_one_answer_and_who_asks_later_has_it() -> None:
    answers, kitchen = SchemaAnswers(), Kitchen(RIGHT)
    asking = [asyncio.create_task(answers.told(KEY, kitchen.make)) for _ in range(3)]
    await asyncio.sleep(0)
    kitchen.let.set()

    told = [orjson.dumps(each.data) for each in await asyncio.gather(*asking)]
    later = await answers.told(KEY, kitchen.make)

    assert set(told) == {orjson.dumps(RIGHT.data)} == {orjson.dumps(later.data)}
    assert kitchen.made == 1


async def test_when_whoever_has_it_made_gives_up_the_next_one_has_it_made() -> None:
    answers, kitchen = SchemaAnswers(), Kitchen(RIGHT)
    first, second = (asyncio.create_task(answers.told(KEY, kitchen.make)) for _ in range(2))
    await asyncio.sleep(0)
    first.cancel()
    kitchen.let.set()

    assert orjson.dumps((await second).data) == orjson.dumps(RIGHT.data)
    assert kitchen.made == 2


async def test_an_answer_with_errors_is_not_remembered() -> None:
    answers, kitchen = SchemaAnswers(), Kitchen(WRONG, RIGHT)
    kitchen.let.set()

    assert (await answers.told(KEY, kitchen.make)).errors
    assert not (await answers.told(KEY, kitchen.make)).errors


@pytest.mark.parametrize(
    ("text", "variables", "kept"),
    [
        (TEXT, {}, True),
        ("query ($n: String!) {__type(name: $n) {name} again: __typename}", {"n": "Query"}, True),
        ("{__schema{types{name}} organisations{totalCount}}", {}, False),
        ("{...F} fragment F on Query {__typename}", {}, False),
        ("mutation {__typename}", {}, False),
        (TEXT, {"n": "x" * LONGEST_VARIABLES}, False),
    ],
)
def test_only_what_depends_on_nothing_else_is_remembered(text: str, variables: dict[str, Any], kept: bool) -> None:  # noqa: FBT001 -- pytest names it
    assert (key_of(text, operation(text), None, variables) is not None) == kept
