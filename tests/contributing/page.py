"""What CONTRIBUTING.md tells a newcomer to write, read from its blocks."""

import re
from collections.abc import Iterator
from pathlib import Path

from korpu_local.home import ROOT

PAGE = ROOT / "CONTRIBUTING.md"
BLOCK = re.compile(r"(?:`(?P<path>\S+\.py)`\n\n)?```(?P<kind>python|diff)\n(?P<text>.*?)```", re.DOTALL)


def section(title: str) -> str:
    """The part of the page below this heading."""
    return PAGE.read_text("utf-8").partition(f"\n## {title}")[2].partition("\n## ")[0]


def written(title: str) -> tuple[dict[str, str], dict[str, list[str]]]:
    """The new files of a section by their paths, and the changes of files that are there."""
    new: dict[str, str] = {}
    changed: dict[str, list[str]] = {}
    for block in BLOCK.finditer(section(title)):
        if block["kind"] == "python":
            new[block["path"]] = block["text"]
        else:
            changed |= _changes(block["text"].splitlines())
    return new, changed


def _changes(lines: list[str]) -> dict[str, list[str]]:
    """The lines of a diff by the file that is named before them."""
    found: dict[str, list[str]] = {}
    file = ""
    for line in lines:
        if line[:1] in {" ", "+", "-"}:
            found[file].append(line)
        else:
            file = line
            found[file] = []
    return found


def follow(title: str, folder: Path) -> None:
    """Write into this copy of the repository what a section shows, and nothing else."""
    new, changed = written(title)
    for path, text in new.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    for path, diff in changed.items():
        file = folder / path
        file.write_text("\n".join(_changed(file.read_text("utf-8").splitlines(), diff)) + "\n", "utf-8")


def _changed(lines: list[str], diff: list[str]) -> Iterator[str]:
    """The file with a diff in it, whose lines of context are the beginnings of lines that stand there once."""
    place, replaced = 0, None
    for sign, text in ((line[0], line[1:]) for line in diff):
        if sign != "+":
            [place] = [number for number, line in enumerate(lines) if line.startswith(text)]
            replaced = text if sign == "-" else None
        elif replaced is not None:
            lines[place] = text + lines[place].removeprefix(replaced)
            replaced = None
        else:
            place += 1
            lines.insert(place, text)
    yield from lines
