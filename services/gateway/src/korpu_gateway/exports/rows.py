"""The rows of an export: pages of the list's own query, all at one moment of the read model."""

from collections.abc import AsyncGenerator, Mapping, Sequence
from typing import Any

import orjson

from korpu_gateway.exports.lists import Lists, Wanted
from korpu_gateway.exports.refused import Incomplete, NotAnExport, TooManyRows
from korpu_gateway.exports.shapes import Column
from korpu_gateway.reads.answers import Answers, dumped
from korpu_gateway.reads.cooperative import cooperatively
from korpu_gateway.reads.errors import formatted
from korpu_gateway.reads.listing import LONGEST
from korpu_gateway.reads.operations import Operations, read
from korpu_gateway.reads.reading import Reading


class Rows:
    """Reads one list by the way that its query goes: the same permissions, filters and order."""

    def __init__(self, answers: Answers, lists: Lists, wanted: Wanted, reading: Reading) -> None:
        self._answers = answers
        self._lists = lists
        self._wanted = wanted
        self._reading = reading
        self._known: dict[str, Operations] = {}

    async def checked(self, most: int) -> int:
        """How many rows there are; refused when what is asked cannot be read, or when there are too many."""
        counted = await self._asked(self._lists.count(self._wanted.name), None)
        rows: int = counted["totalCount"]
        if rows > most:
            raise TooManyRows(rows=rows, most=most)
        return rows

    async def pages(self, columns: Sequence[Column]) -> AsyncGenerator[list[Mapping[str, Any]], None]:
        """Page after page, to the end."""
        text, after = self._lists.page(self._wanted.name, columns, LONGEST), None
        while True:
            page = await self._asked(text, after)
            yield page["nodes"]
            if not page["pageInfo"]["hasNextPage"]:
                return
            after = page["pageInfo"]["endCursor"]

    async def _asked(self, text: str, after: str | None) -> Any:
        operations = self._known.get(text)
        if operations is None:
            operations = self._known[text] = await cooperatively(lambda: read(self._answers.schema, text))
        operation = operations.chosen(None)
        if operation is None:
            raise Incomplete
        given = {**self._wanted.given, "after": after}
        variables = self._answers.variables(operations, operation, given)
        if isinstance(variables, list):
            raise NotAnExport(wrong=formatted(variables[0], self._reading.language)["message"])
        plan = await self._answers.planned(text, operations, operation, variables, self._reading)
        body = await self._answers.compiled(plan, variables, self._reading) if plan else None
        if body is None:
            body = dumped(await self._answers.executed(operations, None, given, self._reading), self._reading)
        told = orjson.loads(body)
        if told.get("errors"):
            raise Incomplete
        return told["data"]["list"]
