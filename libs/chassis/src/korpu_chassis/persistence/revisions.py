"""Whether a database stands where this release left it: the revisions that the migrations of a service declare."""

import ast
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

FOUND: Final = "SELECT version_num FROM alembic_version"


@dataclass(frozen=True)
class Revisions:
    """The revisions of one release: all that it knows, and those at which its database stands."""

    known: frozenset[str]
    heads: frozenset[str]

    def are_at(self, found: Iterable[str]) -> bool:
        """Whether a database at these revisions has what this release needs; a later one may have gone further."""
        there = frozenset(found)
        return len(self.heads - there) <= len(there - self.known)


def revisions(versions: Path) -> Revisions:
    """The revisions of the chassis and of one service, read from the sources: to import them would cost too much."""
    ours = Path(str(files("korpu_chassis").joinpath("migrations", "versions")))
    declared = [_declared(each) for folder in (ours, versions) for each in sorted(folder.glob("*.py"))]
    known = frozenset(each["revision"] for each in declared)
    passed = {name for each in declared for name in _names(each.get("down_revision")) | _names(each.get("depends_on"))}
    return Revisions(known, known - passed)


def _declared(path: Path) -> dict[str, Any]:
    tree = ast.parse(path.read_bytes())
    named = [each for each in tree.body if isinstance(each, ast.Assign) and isinstance(each.targets[0], ast.Name)]
    wanted = ("revision", "down_revision", "depends_on")
    return {
        target.id: ast.literal_eval(each.value)
        for each in named
        if isinstance(target := each.targets[0], ast.Name) and target.id in wanted
    }


def _names(value: str | Iterable[str] | None) -> set[str]:
    return set() if value is None else {value} if isinstance(value, str) else set(value)
