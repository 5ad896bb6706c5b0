"""What an aggregate costs in lines: what it says itself, beside what was written once for all.

Print the table of docs/costs.md with `python -m tests.architecture.costs`.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from korpu_local.home import ROOT

PARTNERS, GATEWAY = "services/partners/src/korpu_partners", "services/gateway/src/korpu_gateway"
COLUMNS = ("room", "migrations", "gateway", "words", "tests")
EMPTY = ("", "__init__.py")


class Aggregate(NamedTuple):
    """One aggregate: its name, its room, its module at the gateway, the beginnings of its migrations and tests."""

    name: str
    definition: str
    shown: str
    migrations: tuple[str, ...]
    tests: tuple[str, ...]


AGGREGATES = (
    Aggregate(
        "Organisation",
        "organisations",
        "organisation",
        ("organisations", "activity", "organisation_tree", "dormant"),
        (*(f"test_{about}" for about in ("contacts", "dormant", "hierarchy", "merging", "organisations")),),
    ),
    Aggregate("Agreement", "agreements", "agreement", ("agreements",), ("agreements",)),
    Aggregate("Letter", "letters", "letter", ("letters",), ("letters",)),
    Aggregate("JointProject", "projects", "project", ("projects",), ("projects",)),
    Aggregate("Publication", "publications", "publication", ("publications",), ("publications",)),
)
FURNITURE = {
    "the chassis": "libs/chassis/src/korpu_chassis",
    "files of every thing": "libs/documents/src/korpu_documents",
    "old registers of every owner": "libs/registers/src/korpu_registers",
    "reads": f"{GATEWAY}/reads",
    "the read model": f"{GATEWAY}/readmodel",
    "mutations": f"{GATEWAY}/mutations",
    "live changes": f"{GATEWAY}/subscriptions",
    "lists as files": f"{GATEWAY}/exports",
    "tests of what is declared": "tests/contracts",
}


def lines(*paths: Path) -> int:
    """The lines of these modules, and of all below these folders, that are not blank."""
    return sum(
        1
        for path in paths
        for file in (sorted(path.rglob("*.py")) if path.is_dir() else [path])
        if file.exists()
        for line in file.read_text("utf-8").splitlines()
        if line.strip()
    )


def cost(aggregate: Aggregate) -> dict[str, int]:
    """The lines that one aggregate alone is the reason of."""
    types, definitions, tests = ROOT / GATEWAY / "types", ROOT / PARTNERS, ROOT / "tests/partners"
    shown = f"{aggregate.shown}.py"
    own = {
        "room": lines(definitions / aggregate.definition),
        "migrations": lines(*_migrations(aggregate)),
        "gateway": lines(types / shown, *_parts(aggregate)),
        "words": lines(types / "lists" / shown, *_words(aggregate)),
        "tests": lines(*(path for name in aggregate.tests for path in (tests / name, tests / f"{name}.py"))),
    }
    return {**own, "all": sum(own.values())}


def present() -> Iterator[tuple[str, dict[str, int]]]:
    """Every aggregate of partners that is there, with its cost."""
    for aggregate in AGGREGATES:
        if (ROOT / PARTNERS / aggregate.definition).exists():
            yield aggregate.name, cost(aggregate)


def furniture() -> dict[str, int]:
    """What was written once, and serves every aggregate."""
    return {name: lines(ROOT / path) for name, path in FURNITURE.items()}


def _migrations(aggregate: Aggregate) -> Iterator[Path]:
    for service in (PARTNERS, GATEWAY):
        for name in aggregate.migrations:
            yield from (ROOT / service / "migrations/versions").glob(f"????_??_??_{name}*.py")


def _parts(aggregate: Aggregate) -> Iterator[Path]:
    """An agreement's parts stand in modules of their own."""
    if aggregate.name == "Agreement":
        yield from (ROOT / GATEWAY / "types" / f"{name}.py" for name in ("terms", "reviews"))


def _words(aggregate: Aggregate) -> Iterator[Path]:
    own = (aggregate.shown, *(("terms", "reviews") if aggregate.name == "Agreement" else ()))
    yield from (ROOT / GATEWAY / "types/words" / f"{name}.py" for name in own)


def table() -> str:
    """The two tables of docs/costs.md."""
    rows = [
        f"| {name} | {' | '.join(f'{counted[each]}' for each in (*COLUMNS, 'all'))} |" for name, counted in present()
    ]
    once = [f"| {name} | {counted} |" for name, counted in furniture().items()]
    head = f"| aggregate | {' | '.join((*COLUMNS, 'all'))} |\n|---|{'---:|' * (len(COLUMNS) + 1)}"
    return "\n".join([head, *rows, "", "| written once | lines |\n|---|---:|", *once])


if __name__ == "__main__":
    sys.stdout.write(f"{table()}\n")
