"""Plans: an operation compiled for one scope of callers, and the answer that it gives for one request."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import orjson

from korpu_gateway.owners.personal import Wanted
from korpu_gateway.owners.remote_fields import Told
from korpu_gateway.reads.arguments import filled
from korpu_gateway.reads.compiler import Hole
from korpu_gateway.reads.cooperative import checkpoint, cooperatively
from korpu_gateway.reads.leaves import BROKEN, dumped
from korpu_gateway.reads.reading import Reading

_HOLE = re.compile(b"\x01(\\d+):(.*?)\x01", re.DOTALL)
_FAULTS = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
"""What a pure function may fail with on a document that lacks what it promises."""


@dataclass(frozen=True)
class Plan:
    """One statement, what fills its parameters, and what fills the holes in its answer."""

    statement: str
    parameters: tuple[Any, ...]
    holes: tuple[Hole, ...]
    unused: tuple[Any, ...] = ()
    """What the statement does not need and ordinary execution would refuse when it is wrong."""
    cost: int = 0
    """How many values the answer may have."""
    fitted: bool = False
    """PostgreSQL plans it anew with the values of each request."""

    async def answer(self, reading: Reading, variables: Mapping[str, Any]) -> bytes | None:
        """The response's data as JSON; None when a promised value is missing and errors must be told."""
        for each in self.unused:
            filled(each, variables, reading.principal)
        values = [filled(each, variables, reading.principal) for each in self.parameters]
        fetch = reading.pool.fitted if self.fitted else reading.pool.fetchval
        text: bytes = await fetch(self.statement, *values)
        if BROKEN in text:
            return None
        if self.personal:
            await self._fetch(text, reading)
        if not self.holes:
            return text
        try:
            return await cooperatively(lambda: self._filled(text, reading, variables))
        except _FAULTS:
            return None

    @property
    def personal(self) -> bool:
        """Some of the answer comes from the owners, for this caller alone."""
        return any(isinstance(hole.function, Told) for hole in self.holes)

    async def _fetch(self, text: bytes, reading: Reading) -> None:
        await reading.personal.fetch(await cooperatively(lambda: list(self._wanted(text))))

    def _wanted(self, text: bytes) -> Iterator[Wanted]:
        for found in _HOLE.finditer(text):
            checkpoint()
            tells, inputs = self.holes[int(found[1])].function, orjson.loads(found[2])
            if inputs and isinstance(tells, Told):
                yield from tells.wanted(inputs[0])

    def _filled(self, text: bytes, reading: Reading, variables: Mapping[str, Any]) -> bytes:
        askings = [
            reading.asking({name: filled(value, variables, reading.principal) for name, value in hole.given.items()})
            for hole in self.holes
        ]
        known: dict[bytes, bytes] = {}

        def fill(found: re.Match[bytes]) -> bytes:
            checkpoint()
            if (text := known.get(found[0])) is None:
                place, inputs = int(found[1]), orjson.loads(found[2])
                function = self.holes[place].function
                tells = isinstance(function, Told)
                value = function.told(reading, *inputs) if tells else function(askings[place], *inputs)
                text = known[found[0]] = dumped(value)
            return text

        return _HOLE.sub(fill, text)
