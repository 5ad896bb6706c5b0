"""What tools ask of the schema itself: it changes with a release alone, so that an answer is made once."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Final, cast

import orjson
from graphql import ExecutionResult, FieldNode, OperationDefinitionNode, OperationType

from korpu_chassis.cache import WeightedCache

MOST_BYTES: Final = 8 * 2**20
LONGEST_VARIABLES: Final = 1_000
OF_THE_SCHEMA: Final = frozenset({"__schema", "__type", "__typename"})

Key = tuple[str, str | None, bytes]


class SchemaAnswers:
    """Remembers answers about the schema: three officers who open a console at once wait for one answer."""

    def __init__(self) -> None:
        self._told: WeightedCache[Key, bytes] = WeightedCache(MOST_BYTES)
        self._at_work: dict[Key, asyncio.Future[None]] = {}

    def get(self, key: Key) -> ExecutionResult | None:
        """The answer that was made before."""
        body = self._told.get(key)
        return None if body is None else _result(body)

    async def told(self, key: Key | None, make: Callable[[], Awaitable[ExecutionResult]]) -> ExecutionResult:
        """The answer; whoever asks while it is being made waits for it, and makes it if the other one gives up."""
        if key is None:
            return await make()
        while (known := self.get(key)) is None and (other := self._at_work.get(key)):
            await asyncio.wait({other})
        if known:
            return known
        self._at_work[key] = asyncio.get_running_loop().create_future()
        try:
            return self._remembered(key, await make())
        finally:
            self._at_work.pop(key).set_result(None)

    def _remembered(self, key: Key, result: ExecutionResult) -> ExecutionResult:
        if result.errors:
            return result
        body = orjson.dumps(result.data)
        return _result(self._told.put(key, body, len(body) + 2 * len(key[0])))


def key_of(
    text: str | None, operation: OperationDefinitionNode | None, name: str | None, given: Mapping[str, Any]
) -> Key | None:
    """What an answer depends on, of an operation that asks the schema and nothing else."""
    if text is None or operation is None or operation.operation is not OperationType.QUERY:
        return None
    fields = operation.selection_set.selections
    if not all(isinstance(each, FieldNode) and each.name.value in OF_THE_SCHEMA for each in fields):
        return None
    variables = orjson.dumps(given)
    return (text, name, variables) if len(variables) <= LONGEST_VARIABLES else None


def _result(body: bytes) -> ExecutionResult:
    """An answer whose data are bytes already."""
    return ExecutionResult(cast("dict[str, Any]", orjson.Fragment(body)), None)
