"""The glossary names what there is."""

import ast
import re
from collections.abc import Iterator

from korpu_local.home import ROOT
from tests.architecture.repository import classes, modules, text_of

GLOSSARY = (ROOT / "docs/glossary.md").read_text("utf-8")


def named() -> set[str]:
    return set(re.findall(r"\| `(\w+)` \|", GLOSSARY))


def statuses() -> Iterator[tuple[str, str]]:
    """Each status that the services declare, with where."""
    for file, declared in classes("services"):
        if declared.name.endswith("Status") and any(ast.unparse(base) == "StrEnum" for base in declared.bases):
            for line in declared.body:
                if isinstance(line, ast.Assign) and isinstance(line.value, ast.Constant):
                    yield str(line.value.value), f"{file} {declared.name}"


def test_every_name_in_it_exists() -> None:
    declared = {node.name for _, node in classes("services", "libs")}
    constants = {
        name for file in modules("services") for name in re.findall(r"^([A-Z_]+) = ", text_of(file), re.MULTILINE)
    }
    section = GLOSSARY.partition("## Statuses")[0] + GLOSSARY.partition("## The house")[2]

    assert set(re.findall(r"\| `(\w+)` \|", section)) - declared - constants == set()


def test_every_aggregate_is_in_it() -> None:
    aggregates = {node.name for _, node in classes("services") if "Aggregate" in map(ast.unparse, node.bases)}

    assert len(aggregates) > 3
    assert aggregates - named() == set()


def test_every_status_is_in_it() -> None:
    words = set(re.findall(r"^\| `(\w+)` \|", GLOSSARY, re.MULTILINE))

    assert {where: status for status, where in statuses() if status not in words} == {}
