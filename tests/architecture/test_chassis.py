"""The chassis says not one word of the office."""

import re

from korpu_local.home import ROOT
from tests.architecture.repository import CHASSIS, modules, text_of

# Words of the office that the trade of the chassis needs in its own sense: a token names a person, words have letters,
# a database has sessions, a loop has events, a role has a report of its trouble,
# and what is stopped has an impact.
SHARED = {"person", "name", "condition", "signature", "visit", "host", "merge", "offer", "check", "letter", "link"} | {
    "event",
    "session",
    "report",
    "impact",
}


def office_words() -> set[str]:
    """The English words of the glossary's rooms."""
    definitions = (ROOT / "docs/glossary.md").read_text("utf-8").partition("## Partners")[2].partition("## Statuses")[0]
    words = set(re.findall(r"^\| [^|]+ \| ([^|]+) \| `", definitions, re.MULTILINE)) - {"English"}
    return words | {"faculty", "university", "student", "embassy", "rector", "department"}


def spoken(line: str) -> str:
    """The words of a line: `SignLease` and `sign_lease` are both "sign lease"."""
    return re.sub(r"[_-]", " ", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", line)).lower()


def test_it_has_no_word_of_the_office() -> None:
    office = re.compile(rf"\b(?:{'|'.join(office_words() - SHARED)})s?\b")

    found = [
        f"{file.name}:{number} {said[0]}"
        for file in modules(str(CHASSIS))
        for number, line in enumerate(text_of(file).splitlines(), 1)
        if (said := office.search(spoken(line)))
    ]

    assert found == []


def test_the_words_of_the_office_are_recognised_in_names() -> None:
    assert {"agreement", "organisation", "mobility", "seat", "delegation", "action point"} <= office_words()
    assert spoken("class SignAgreement: action_point = 1") == "class sign agreement: action point = 1"
