"""One state of a service's migrations told from another: what they say, and all that they import from our own code."""

import re
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

from korpu_local.databases import role_of
from korpu_local.home import ROOT

# Not by `ast`: Python 3.11 fails when two threads make trees at once, and `make up` migrates all databases at once.
_IMPORT = re.compile(
    r"^[ \t]*(?:from +(korpu_[\w.]+) +import +(\([^)]*\)|[^\n(]*)|import +(korpu_[\w.]+))", re.MULTILINE
)
_WORD = re.compile(r"\w+")


def fingerprint(service: str, root: Path = ROOT) -> str:
    """Hash every module from which the form of a service's database follows, the rights in it included."""
    chassis, own = root / "libs" / "chassis" / "src", root / "services" / service / "src"
    places = {f"korpu_{each.name}": each / "src" for each in (root / "libs").iterdir()} | {role_of(service): own}
    waiting = [chassis / "korpu_chassis" / "persistence" / "schema.py"]
    waiting += (chassis / "korpu_chassis" / "migrations").rglob("*.py")
    waiting += (own / role_of(service) / "migrations").rglob("*.py")
    found: set[Path] = set()
    while waiting:
        file = waiting.pop()
        if file not in found:
            found.add(file)
            waiting += _imported(file, places)
    digest = sha256()
    for file in sorted(found):
        digest.update(str(file.relative_to(root)).encode() + file.read_bytes())
    return digest.hexdigest()[:12]


def _imported(file: Path, places: dict[str, Path]) -> Iterator[Path]:
    for module in _names(file.read_text("utf-8")):
        place = places.get(module.partition(".")[0])
        path = place and place.joinpath(*module.split("."))
        for candidate in (path.with_suffix(".py"), path / "__init__.py") if path else ():
            if candidate.is_file():
                yield candidate


@cache
def _names(source: str) -> frozenset[str]:
    """The modules that a source may import, with those above them."""
    named = {module or bare for module, _, bare in _IMPORT.findall(source)}
    named |= {f"{module}.{name}" for module, names, _ in _IMPORT.findall(source) for name in _WORD.findall(names)}
    return frozenset(".".join(name.split(".")[:end]) for name in named for end in range(1, name.count(".") + 2))
