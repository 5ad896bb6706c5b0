"""Thirty years of memoranda come in as the office brings them, wait where nobody can read them, and go as a whole."""

from pathlib import Path
from uuid import uuid4

import pytest

from tests.journeys.departments import Department
from tests.journeys.memoranda import BAD, EACH, PARTNERS, old_memoranda, partners
from tests.journeys.office import Office, Thing
from tests.journeys.patience import eventually
from tests.journeys.register import SECONDS, Register

pytestmark = [pytest.mark.journey, pytest.mark.timeout(400)]

GOOD, STRANGE, UNREAD = PARTNERS * EACH, 5, len(BAD) * 3
AGREEMENTS = "partners.agreements.v1"
LISTED = """query($text: String!, $after: String) { agreements(first: 100, after: $after, filter: {search: $text}) {
    totalCount pageInfo { hasNextPage endCursor } nodes { id version status signedOn } } }"""
STILL = "register-still-needed"


def listed(office: Office) -> list[Thing]:
    """The memoranda of this test in the list of agreements."""
    found: list[Thing] = []
    page: Thing = {"hasNextPage": True, "endCursor": None}
    while page["hasNextPage"]:
        told = office.officer.asks(LISTED, text=office.mark, after=page["endCursor"])["agreements"]
        found, page = found + told["nodes"], told["pageInfo"]
    return found


def said(office: Office, department: Department) -> int:
    """How many messages other departments have got about these memoranda."""
    return sum(office.mark.encode() in each.body for each in department.reads(AGREEMENTS))


def known_partners(office: Office, folder: Path) -> None:
    """The office knows those whom most of the memoranda name."""
    register = Register(office, partners(folder / "tərəfdaşlar.csv", office.mark), "organisations")
    assert register.previewed() == {"wouldRegister": PARTNERS}
    assert register.entered() == {"registered": PARTNERS}


def progress(register: Register) -> list[int]:
    """Enter the register, and read how far it is until it is done."""
    far: list[int] = []

    def done() -> bool:
        one = register.now()
        far.append(one["worked"])
        return bool(one["status"] == "DONE")

    register.does("StartImport")
    eventually(done, seconds=SECONDS)
    return far


def test_four_hundred_memoranda_come_in_wait_and_go(office: Office, department: Department, tmp_path: Path) -> None:
    known_partners(office, tmp_path)
    file = old_memoranda(tmp_path / "memorandumlar.xlsx", office.mark)

    register = mapped(office, file)
    assert register.previewed() == {"wouldRegister": GOOD, "needsRepair": UNREAD + STRANGE}
    assert (listed(office), said(office, department)) == ([], 0)
    far = progress(register)
    assert far == sorted(far)
    assert far[-1] == GOOD + UNREAD + STRANGE

    good = eventually(lambda: listed(office), lambda found: len(found) == GOOD)
    assert {each["status"] for each in good} == {"EXPIRED"}
    mended(register)
    good = eventually(lambda: listed(office), lambda found: len(found) == GOOD + 1 + STRANGE)
    nothing_changes(office, department, file, good)
    taken_back(office, register, good)


def mapped(office: Office, file: Path) -> Register:
    """The columns are guessed, one of them wrongly, and that one is corrected."""
    register = Register(office, file, "agreements")
    guessed = dict(zip("ABCDEFG", ("number", "partner", "kind", "signed", "ends", None, None), strict=True))
    assert register.columns() == guessed
    register.does("MapColumns", columns=[{"column": "F", "field": "ends"}])
    assert register.columns() == guessed | {"E": None, "F": "ends"}
    return register


def mended(register: Register) -> None:
    """Rows that wait say where and why; one is mended in place, and a stranger is registered for all that name it."""
    waiting = register.rows("NEEDS_REPAIR")
    first = min(each["row"] for each in waiting)
    why = {each["row"]: (each["remarks"][0]["column"], each["remarks"][0]["code"]) for each in waiting}
    assert [why[first + place] for place in range(len(BAD))] == [
        ("D", "no-such-day"),
        ("D", "missing-field"),
        ("D", "malformed-date"),
        ("D", "register-cell-unreadable"),
        ("D", "no-such-day"),
    ]
    assert [why[max(why) - place] for place in range(STRANGE)] == [("B", "register-partner-not-known")] * STRANGE

    register.does("RepairRow", row=first, values=[{"field": "signed", "value": "28.02.2015"}])
    (row,) = [each for each in register.rows("REGISTERED") if each["row"] == first]
    assert row["thing"]["code"].startswith("MOU-2015-")
    register.does("RegisterPartnerOfRow", row=max(why), country="NL")
    assert register.until("DONE") == {"registered": GOOD + 1 + STRANGE, "needsRepair": UNREAD - 1}


def nothing_changes(office: Office, department: Department, file: Path, good: list[Thing]) -> None:
    """The same file again enters nothing and says nothing, though the order of its columns was never told."""
    before = said(office, department)
    again = Register(office, file, "agreements")
    again.does("MapColumns", columns=[{"column": "F", "field": "ends"}])

    assert again.previewed() == {"unchanged": GOOD + UNREAD + STRANGE}
    assert again.entered() == {"unchanged": GOOD + UNREAD + STRANGE}
    assert listed(office) == good
    assert said(office, department) == before


def taken_back(office: Office, register: Register, good: list[Thing]) -> None:
    """It goes as a whole, and not while something depends on one of them."""
    title = {"az": office.named("Dərslik"), "en": office.named("Textbook")}
    about: Thing = {"title": title, "discipline": "0231", "source_language": "az", "author_ids": [uuid4()]}
    book = office.officer.does("PlanPublication", kind="textbook", agreement_id=good[0]["id"], **about)
    assert register.refuses("UndoImport", reason="The register of another department") == STILL
    assert {each["status"] for each in listed(office)} == {"EXPIRED"}

    office.officer.does("WithdrawPublication", id=book["id"], reason="Nobody writes it")
    register.does("UndoImport", reason="The register of another department")
    assert register.until("UNDONE") == {"withdrawn": GOOD + UNREAD + STRANGE}
    gone = eventually(lambda: listed(office), lambda them: {each["status"] for each in them} == {"ANNULLED"})
    assert len(gone) == len(good)
