"""What the pages point at exists."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = subprocess.run(
    ["git", "ls-files", "*.md"], cwd=ROOT, capture_output=True, text=True, check=True
).stdout.splitlines()


@pytest.mark.parametrize("page", PAGES)
def test_every_link_of_a_page_leads_somewhere(page: str) -> None:
    text = (ROOT / page).read_text("utf-8")
    targets = [target.split("#")[0] for target in re.findall(r"\]\(([^)\s]+)\)", text) if "://" not in target]

    lost = [target for target in targets if target and not ((ROOT / page).parent / target).exists()]

    assert lost == []


@pytest.mark.parametrize("page", PAGES)
def test_every_test_that_a_page_names_is_there(page: str) -> None:
    named = re.findall(r"\[`(test_\w+)`\]\(([^)\s]+\.py)\)", (ROOT / page).read_text("utf-8"))

    lost = [name for name, file in named if f"def {name}(" not in ((ROOT / page).parent / file).read_text("utf-8")]

    assert lost == []


def test_a_decision_has_a_number_of_its_own_and_its_page_says_it() -> None:
    decisions = [Path(page) for page in PAGES if page.startswith("docs/adr/")]
    numbers = [page.name[:4] for page in decisions]

    assert numbers == [f"{number:04}" for number in range(1, len(numbers) + 1)]
    titles = [(ROOT / page).read_text("utf-8").partition(".")[0] for page in decisions]
    assert titles == [f"# {int(number)}" for number in numbers]
