"""One layout for every aggregate: what is somewhere in one of them is there in all, and nothing is forgotten."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from korpu_chassis.commands.aggregate import AggregateDefinition
from korpu_local.home import ROOT
from tests.architecture.repository import CHASSIS, classes, modules
from tests.contracts.services import NAMES, owners

OWNERS = [Path("services") / name / "src" / f"korpu_{name}" for name in NAMES]
HOLDS = ("aggregate", "state", "tables", "facts", "refusals", "commands")
# Imports of every owner are one thing: what all of them say stands once, in the library.
REGISTERS = ROOT / "libs/registers/src/korpu_registers"
# What several aggregates share has its refusals beside it.
SHARED = {"consumers"}
LOADED = """
import sys
import korpu_{name}.app
print(*sorted(each for each in sys.modules if each.startswith("korpu_{name}.")), sep="\\n")
"""


def aggregates() -> list[Path]:
    """The folder of each aggregate of each owner."""
    return sorted(file.parent for file in modules(*map(str, OWNERS)) if file.name == "aggregate.py")


def subclasses(base: str) -> Iterator[tuple[Path, str]]:
    """Every class of the owners that stands on this one, however far, and where it is declared."""
    known, found = {base}, [(file, node) for file, node in classes("libs", *map(str, OWNERS))]
    while new := {
        node.name
        for _, node in found
        if node.name not in known and any(ast.unparse(each).split(".")[-1] in known for each in node.bases)
    }:
        known |= new
    yield from ((file, node.name) for file, node in found if node.name in known - {base} and file.parts[0] != "libs")


@pytest.mark.parametrize("folder", aggregates(), ids=lambda folder: folder.name)
def test_an_aggregate_holds_what_every_one_holds(folder: Path) -> None:
    here = {each.stem for each in (ROOT / folder).iterdir()}
    if "from korpu_registers.imports import Imports" in (ROOT / folder / "aggregate.py").read_text("utf-8"):
        here |= {each.stem for each in REGISTERS.iterdir()}

    assert [name for name in HOLDS if name not in here] == []


@pytest.mark.parametrize(("base", "place"), [("Fact", "facts"), ("Refusal", "refusals")])
def test_facts_and_refusals_stand_in_their_place(base: str, place: str) -> None:
    found = list(subclasses(base))

    assert len(found) > 20
    assert [
        f"{file}: {name}"
        for file, name in found
        if place not in {*file.with_suffix("").parts} and not SHARED & {*file.parts}
    ] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_module_of_an_owner_is_loaded(name: str) -> None:
    words = [sys.executable, "-c", LOADED.format(name=name)]
    done = subprocess.run(words, check=True, capture_output=True, text=True)

    source = Path("services") / name / "src"
    written = {".".join(file.relative_to(source).with_suffix("").parts) for file in modules(str(source))}
    wanted = {each.removesuffix(".__init__") for each in written if ".migrations." not in each}
    assert wanted - {*done.stdout.split(), f"korpu_{name}", f"korpu_{name}.__main__"} == set()


def test_every_definition_belongs_to_its_service() -> None:
    for service in owners():
        there = [
            each
            for name, module in list(sys.modules.items())
            if name.startswith(f"korpu_{service.name}.") and name.endswith(".aggregate")
            for each in vars(module).values()
            if isinstance(each, AggregateDefinition)
        ]

        assert len(there) >= 2
        assert [each.name for each in there if each not in service.definitions] == []


def surface(package: Path) -> set[str]:
    """The modules of a package of the chassis that others may import, as it says itself."""
    tree = ast.parse((ROOT / package / "__init__.py").read_text("utf-8"))
    [value] = [node.value for node in tree.body if isinstance(node, ast.Assign)]
    return set(ast.literal_eval(value))


def imports(file: Path) -> Iterator[list[str]]:
    """What a module imports of the chassis, by its parts: package, module."""
    for node in ast.walk(ast.parse((ROOT / file).read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("korpu_chassis."):
            parts = str(node.module).split(".")[1:]
            yield from ([parts] if len(parts) > 1 else [[*parts, each.name] for each in node.names])


def test_a_package_of_the_chassis_is_used_by_its_surface_alone() -> None:
    packages = {file.parent for file in modules(str(CHASSIS)) if file.name == "__init__.py"} - {CHASSIS}
    said = {each.name: surface(each) for each in packages if each.name != "contract"}
    used: dict[str, set[str]] = {name: set() for name in said}
    for file in modules("libs", "services", "deploy"):
        for package, module, *_ in imports(file):
            if package in said and not file.is_relative_to(CHASSIS / package):
                used[package].add(module)

    assert used == said
