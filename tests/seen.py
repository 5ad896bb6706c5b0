"""What the tests of an aggregate have seen: each step, each refusal; and what of it was never seen."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from korpu_chassis.commands.aggregate import AggregateDefinition
from korpu_chassis.persistence import store
from korpu_chassis.persistence.store import Database

ROOT = Path(__file__).parent.parent
WHOLE = "test_whole.py"
NOTHING = "[*]"
ITSELF = "by itself"
Step = tuple[str, str, str]


@dataclass
class Seen:
    """What happened in the tests that ran so far in this process."""

    steps: set[tuple[str, Step]] = field(default_factory=set)
    refusals: set[tuple[str, str]] = field(default_factory=set)

    def refused(self, command: str, code: str) -> None:
        """A command was refused with this code."""
        self.refusals.add((command, code))

    async def looks_at(self, database: Database) -> None:
        """Learn from the audit of one test what became of what: who commanded it, from which status to which.

        What makes a thing may say two facts of it at once; both together are its first step too.
        """
        rows = select(store.audit).order_by(store.audit.c.aggregate_id, store.audit.c.version)
        standing: dict[Any, str] = {}
        made: dict[Any, str] = {}
        async with database.transaction() as session:
            for row in await session.execute(rows):
                before = standing.get(row.aggregate_id, NOTHING)
                after = standing[row.aggregate_id] = row.changes.get("status", (None, before))[1]
                self.steps.add((row.aggregate, (row.command, before, after)))
                if made.setdefault(row.aggregate_id, row.command) == row.command:
                    self.steps.add((row.aggregate, (row.command, NOTHING, after)))

    def never_stepped(self, definition: AggregateDefinition[Any]) -> list[Step]:
        """The steps that an aggregate declares and no test has taken."""
        taken = {step for name, step in self.steps if name == definition.name}
        declared = set(steps_of(definition))
        moved = {(ITSELF, before, after) for _, before, after in taken - declared}
        return sorted(declared - taken - moved)

    def never_refused(self, definition: AggregateDefinition[Any]) -> list[str]:
        """The refusals that an aggregate declares and no test has met there."""
        met = {code for command, code in self.refusals if command in definition.commands}
        return sorted(set(codes_of(definition)) - met)


SEEN = Seen()


def steps_of(definition: AggregateDefinition[Any]) -> Iterator[Step]:
    """Every step that an aggregate declares: what commands move, and what moves by itself."""
    for command in definition.commands.values():
        yield from ((command.name, before, after) for before, afters in command.moves.items() for after in afters)
    yield from ((ITSELF, before, after) for before, afters in definition.unasked.items() for after in afters)


def codes_of(definition: AggregateDefinition[Any]) -> Iterator[str]:
    """Every refusal that an aggregate declares."""
    for command in definition.commands.values():
        yield from (each.code for each in (*command.refuses, *command.barred.values()))
    yield from (each.code for each in definition.unique.values())


def never_seen(definition: AggregateDefinition[Any], ours: pytest.Item) -> tuple[list[Step], list[str]]:
    """The steps and the refusals of an aggregate that no test has seen; only a run of its whole folder can say so."""
    config = ours.config
    there = {each.path for each in ours.session.items}
    left_out = [file.name for file in ours.path.parent.glob("test_*.py") if file not in there]
    if left_out or config.getoption("keyword") or config.getoption("markexpr") or "::" in str(config.args):
        pytest.skip("says something only after all tests of its folder")
    return SEEN.never_stepped(definition), SEEN.never_refused(definition)


def together(place: str) -> str:
    """What stays in one process: a file, or the whole folder of an aggregate that counts what was seen in it."""
    file = Path(place.partition("::")[0])
    return str(file.parent) if (ROOT / file.parent / WHOLE).exists() else str(file)
