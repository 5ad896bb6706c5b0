"""An aggregate costs what it says itself; the page that tells it is kept true."""

import re

import pytest

from korpu_local.home import ROOT
from tests.architecture.costs import COLUMNS, furniture, present

PAGE = "docs/costs.md"
OFF_BY, FEW = 0.1, 12
MOST_BESIDES = 0.25


def told() -> dict[str, list[int]]:
    """The numbers of each row of the page."""
    rows = re.findall(r"^\| ([^|]+) \|((?: [0-9]+ \|)+)$", (ROOT / PAGE).read_text("utf-8"), re.MULTILINE)
    return {name: [int(each) for each in re.findall("[0-9]+", numbers)] for name, numbers in rows}


def counted() -> dict[str, list[int]]:
    """What is counted now."""
    return {name: list(each.values()) for name, each in present()} | {
        name: [sum_] for name, sum_ in furniture().items()
    }


def test_the_page_tells_every_aggregate_and_all_that_was_written_once() -> None:
    assert set(told()) == set(counted()), "python -m tests.architecture.costs"


@pytest.mark.parametrize("name", sorted(counted()))
def test_what_the_page_tells_is_true_to_a_tenth(name: str) -> None:
    for said, is_now in zip(told()[name], counted()[name], strict=True):
        assert abs(said - is_now) <= max(FEW, OFF_BY * is_now), "python -m tests.architecture.costs"


@pytest.mark.parametrize("name", [name for name, _ in present()])
def test_an_aggregate_is_mostly_its_own_rules(name: str) -> None:
    lines = dict(present())[name]
    besides = sum(lines[each] for each in COLUMNS if each not in {"room", "tests"})

    assert lines["room"]
    assert lines["tests"]
    assert besides / lines["all"] <= MOST_BESIDES
