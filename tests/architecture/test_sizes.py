"""Files and functions stay small enough to be read."""

import ast
from pathlib import Path
from statistics import median

from korpu_local.home import ROOT

FILE_LIMIT, FUNCTION_LIMIT = 300, 50
FILE_MEDIAN, FUNCTION_MEDIAN = 70, 8
Function = ast.FunctionDef | ast.AsyncFunctionDef


def sources(*folders: str) -> list[Path]:
    found = [file for folder in folders for file in (ROOT / folder).rglob("*.py")]
    return [file for file in found if not {"migrations", ".venv", ".local"} & set(file.parts)]


def lines_of(file: Path) -> int:
    return file.read_text().count("\n")


def functions(files: list[Path]) -> dict[str, int]:
    found = {}
    for file in files:
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, Function):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                found[f"{file.relative_to(ROOT)}:{node.lineno} {node.name}"] = length
    return found


def test_no_file_is_longer_than_a_reader_bears() -> None:
    files = sources("libs", "services", "deploy", "tests")

    assert {str(file.relative_to(ROOT)): lines_of(file) for file in files if lines_of(file) > FILE_LIMIT} == {}


def test_no_function_is_longer_than_a_screen() -> None:
    found = functions(sources("libs", "services", "deploy", "tests"))

    assert {name: length for name, length in found.items() if length > FUNCTION_LIMIT} == {}


def test_most_files_and_functions_are_short() -> None:
    written = [file for file in sources("libs", "services", "deploy") if lines_of(file)]

    assert median(map(lines_of, written)) <= FILE_MEDIAN
    assert median(functions(written).values()) <= FUNCTION_MEDIAN
