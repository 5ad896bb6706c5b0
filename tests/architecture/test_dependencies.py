"""An image carries what its service imports: what only tests ask for is not in it."""

import ast
import sys
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from korpu_local.databases import SERVICES
from korpu_local.home import ROOT
from korpu_local.lock import part_of, read_lock

LOCK = (ROOT / "requirements.lock").read_text()


def plain(name: str) -> str:
    return name.lower().replace("_", "-")


def imported(member: Path) -> Iterator[tuple[str, str]]:
    """Each foreign package that a member's sources import, and where."""
    for file in (member / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            for name in _names(node):
                root = name.partition(".")[0]
                if root not in sys.stdlib_module_names and not root.startswith("korpu_"):
                    yield root, str(file.relative_to(ROOT))


def _names(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [each.name for each in node.names]
    return [node.module] if isinstance(node, ast.ImportFrom) and node.module and not node.level else []


@pytest.mark.parametrize("service", SERVICES)
def test_an_image_carries_what_its_service_imports(service: str) -> None:
    carried = {plain(pin.name) for pin in part_of(read_lock(LOCK), f"korpu-{service}", "korpu-chassis")}
    known = packages_distributions()

    missing = {
        f"{name} ({place})"
        for member in ("libs/chassis", f"services/{service}")
        for name, place in imported(ROOT / member)
        if not {plain(each) for each in known.get(name, [name])} & carried
    }

    assert missing == set()
