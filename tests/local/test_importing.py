"""Bringing a register in from the command line, when it cannot be brought."""

from pathlib import Path

import pytest
from rich.console import Console

from korpu_local.home import Trouble
from korpu_local.importing import Importer, Register
from korpu_local.ports import free_port


def brings(file: Path) -> None:
    Importer(f"http://127.0.0.1:{free_port()}", "token", Console(quiet=True), lambda _: True).run(
        Register(file, "agreements")
    )


def test_while_nothing_runs_it_says_how_to_start(tmp_path: Path) -> None:
    (file := tmp_path / "old.csv").write_text("Name\nBonn\n")

    with pytest.raises(Trouble, match=r"does not answer at http://127\.0\.0\.1:\d+; start it with `make up`"):
        brings(file)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match=r"old\.csv cannot be read"):
        brings(tmp_path / "old.csv")
