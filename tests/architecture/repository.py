"""What is committed: the files that git knows, and what is in them."""

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from korpu_local.home import ROOT

CHASSIS = Path("libs/chassis/src/korpu_chassis")


@cache
def tracked() -> tuple[Path, ...]:
    """Every committed file, relative to the root."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return tuple(Path(name) for name in listed.split("\0") if name and (ROOT / name).is_file())


def modules(*folders: str) -> list[Path]:
    """The committed Python modules below these folders."""
    return [file for file in tracked() if file.suffix == ".py" and any(file.is_relative_to(each) for each in folders)]


def text_of(file: Path) -> str:
    """The words of a file; a picture has none."""
    try:
        return (ROOT / file).read_text("utf-8")
    except UnicodeDecodeError:
        return ""


def classes(*folders: str) -> Iterator[tuple[Path, ast.ClassDef]]:
    """Every class that is declared below these folders."""
    for file in modules(*folders):
        for node in ast.walk(ast.parse(text_of(file))):
            if isinstance(node, ast.ClassDef):
                yield file, node
