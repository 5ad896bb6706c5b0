"""Old registers through the gateway: 400 memoranda as the office kept them, and worse."""

from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import httpx
import pytest
from openpyxl import Workbook
from rich.console import Console

from korpu_local.home import Trouble
from korpu_local.importing import Importer, Register
from tests.journeys.office import Office, Thing
from tests.journeys.patience import eventually

pytestmark = pytest.mark.journey

DATES = ("2012", "12.5.98", "12 мая 1998 г.", "12 may 2001-ci il", 35927, "1999-03-04")
BAD = ("31.02.2015", "", "tezliklə", "#N/A")
UNDO = "query One($id: ID!) { registerImport(id: $id) { status version counts { withdrawn registered } } }"


class Desk:
    """An officer with a file, who agrees to what is shown."""

    def __init__(self, office: Office, answers: Callable[[str], bool] = lambda _: True) -> None:
        url, token = office.entrance("officer")
        self.said = StringIO()
        self._url, self._headers = url, {"authorization": f"Bearer {token}", "accept-language": "en"}
        self._importer = Importer(url, str(token), Console(file=self.said, width=200), answers)

    def brings(self, file: Path, kind: str, **more: Any) -> Thing:
        """The file is sent, shown and entered."""
        done = self._importer.run(Register(file, kind, **more))
        return {name: many for name, many in done["counts"].items() if many}

    def rows(self, code: str, office: Office, *outcomes: str) -> Any:
        """The rows of the import with this code."""
        found = office.officer.asks("query($c: String!) { registerImportByCode(code: $c) { id } }", c=code)
        id = found["registerImportByCode"]["id"].partition(":")[2]
        address = f"{self._url}/partners/imports/{id}/rows"
        answer = httpx.get(address, params={"outcome": list(outcomes)}, headers=self._headers)
        return answer.json()["rows"]


def book(file: Path, *rows: tuple[Any, ...], merged: str | None = None) -> Path:
    """A workbook with one sheet."""
    made = Workbook()
    sheet = made.worksheets[0]
    for row in rows:
        sheet.append(list(row))
    if merged:
        sheet.merge_cells(merged)
    made.save(file)
    return file


def test_old_memoranda_load_wait_change_nothing_twice_and_go_as_a_whole(office: Office, tmp_path: Path) -> None:
    partner, mark = office.partner("Gəncə Universiteti"), office.mark
    name = office.officer.asks("query($id: ID!) { organisation(id: $id) { code name } }", id=partner["id"])
    called = name["organisation"]["name"].upper().replace("Ə", "E").replace("I", "İ")
    good = [(n, called, "Anlaşma memorandumu", DATES[n % 6], "2005" if n % 6 else "2017") for n in range(1, 7)]
    bad = [(n, called, "Memorandum", day, "2016") for n, day in enumerate(BAD, 7)]
    rows = [(f"Memorandumlar {mark}",), (), ("№", "Tərəfdaş", "Növü", "İmza tarixi", "Bitmə tarixi"), *good, (), *bad]
    file = book(tmp_path / f"memo-{mark}.xlsx", *rows, merged="A1:E1")
    desk = Desk(office)

    first = desk.brings(file, "agreements")
    code = next(word for word in desk.said.getvalue().split() if word.startswith("IMP-"))
    again = desk.brings(file, "agreements")

    assert first["needsRepair"] == len(BAD)
    assert first["registered"] + first.get("offered", 0) == len(good)
    assert again == {"unchanged": len(good) + len(BAD)}
    waiting = desk.rows(code, office, "needs_repair")
    assert {(each["row"], each["remarks"][0]["column"], each["remarks"][0]["code"]) for each in waiting} == {
        (11, "D", "no-such-day"),
        (12, "D", "missing-field"),
        (13, "D", "malformed-date"),
        (14, "D", "register-cell-unreadable"),
    }
    imported = office.officer.asks("query($c: String!) { registerImportByCode(code: $c) { id } }", c=code)
    id = imported["registerImportByCode"]["id"]
    mended = [{"field": "signed", "value": "28.02.2015"}]
    office.officer.does("RepairRow", id=id, row=11, values=mended)
    office.officer.does("UndoImport", id=id, reason="The register of another department")

    gone = eventually(
        lambda: office.officer.asks(UNDO, id=id), lambda told: told["registerImport"]["status"] == "UNDONE"
    )
    assert gone["registerImport"]["counts"] == {"withdrawn": len(good) + len(BAD), "registered": 0}


def test_four_hundred_rows_take_seconds(office: Office, tmp_path: Path) -> None:
    mark = office.mark
    table = [(f"{mark} Universität {number}", "Almaniya", f"{mark}-{number}.edu") for number in range(400)]
    file = book(tmp_path / "unis.xlsx", ("Adı", "Ölkə", "Domen"), *table)

    counts = Desk(office).brings(file, "organisations")

    assert counts == {"registered": 400}


def test_what_would_be_entered_is_shown_before_anybody_is_asked(office: Office, tmp_path: Path) -> None:
    mark = office.mark
    (file := tmp_path / f"{mark}.csv").write_bytes(f"Название;Страна\nКазань {mark};RU\n".encode("koi8-r"))
    shown: list[str] = []

    def declines(_: str) -> bool:
        shown.append(desk.said.getvalue())
        return False

    desk = Desk(office, declines)

    counts = desk.brings(file, "organisations")

    assert counts == {"wouldRegister": 1}
    assert f"row 2 would be entered: name: Казань {mark}; country: RU" in shown[0]
    assert "read as koi8-r" in shown[0]


def test_where_nobody_answers_nothing_is_entered_and_the_import_waits(office: Office, tmp_path: Path) -> None:
    def at_the_end_of_input(question: str) -> bool:
        raise EOFError(question)

    file = book(tmp_path / "unis.xlsx", ("Adı", "Ölkə"), (f"{office.mark} Universität", "DE"))
    desk = Desk(office, at_the_end_of_input)

    with pytest.raises(Trouble, match=r"nothing was entered. IMP-\d+-\d+ waits at http.*/registers"):
        desk.brings(file, "organisations")

    assert "would be entered: name: " in desk.said.getvalue()


def test_a_file_is_read_as_its_owner_says_it_is(office: Office, tmp_path: Path) -> None:
    partner, mark = office.partner("Gəncə Universiteti"), office.mark
    code = office.officer.asks("query($id: ID!) { organisation(id: $id) { code } }", id=partner["id"])
    row = f"{int(mark, 16) % 10**6};12.05.1998;{code['organisation']['code']};Дружба {mark}"
    (file := tmp_path / "old.csv").write_bytes(f"№;Дата;От кого;Тема\n{row}\n".encode("cp1251"))

    counts = Desk(office).brings(file, "letters", encoding="windows-1251", each={"direction": "incoming"})

    assert counts == {"registered": 1}


SIGNED = "query($id: ID!) { organisation(id: $id) { agreements { nodes { signedOn } } } }"


@pytest.mark.parametrize(("days", "signed"), [("dmy", "1998-06-05"), ("mdy", "1998-05-06")])
def test_whoever_brings_a_register_says_whether_day_or_month_comes_first(
    office: Office, tmp_path: Path, days: str, signed: str
) -> None:
    partner = office.partner("Gəncə Universiteti")
    asked = "query($id: ID!) { organisation(id: $id) { code } }"
    code = office.officer.asks(asked, id=partner["id"])["organisation"]["code"]
    written = ("05/06/1998", "25/06/1999", "06/25/2000")
    rows = [(number, code, "Memorandum", day, "2003") for number, day in enumerate(written, 1)]
    file = book(tmp_path / "old.xlsx", ("№", "Tərəfdaş", "Növü", "İmza tarixi", "Bitmə tarixi"), *rows)

    unsaid = Desk(office, lambda _: False).brings(file, "agreements")
    Desk(office).brings(file, "agreements", days=days)

    assert unsaid["needsRepair"] == 1
    found = eventually(
        lambda: office.officer.asks(SIGNED, id=partner["id"])["organisation"]["agreements"]["nodes"], lambda it: it
    )
    assert {"signedOn": signed} in found


def test_the_page_for_the_staff_asks_nobody_but_the_gateway(office: Office) -> None:
    url, _ = office.entrance(None)

    answer = httpx.get(f"{url}/registers")

    assert answer.status_code == httpx.codes.OK
    assert "default-src 'none'; connect-src 'self'" in answer.headers["content-security-policy"]
    assert "://" not in answer.text


def test_only_staff_sends_files_and_reads_rows(office: Office) -> None:
    url, token = office.entrance("legal")

    answer = httpx.put(
        f"{url}/partners/imports/files/{partner_free_id()}/0",
        content=b"x",
        headers={"authorization": f"Bearer {token}"},
    )

    assert answer.status_code == httpx.codes.FORBIDDEN
    assert answer.json()["code"] == "forbidden"


def partner_free_id() -> str:
    """An id that nothing has."""
    return "01a20820-b5cb-7545-9107-30c96f79caf2"


BOOK = (
    "query($text: String!) { publications(first: 5, filter: {search: $text}) { nodes { id status authorLine "
    "authors { id } editions { language printings { isbn } } history { publishedPrecision } } } }"
)


def test_old_books_are_out_for_all_and_their_authors_are_told_to_the_staff_alone(
    office: Office, tmp_path: Path
) -> None:
    mark, digits = office.mark, f"978{int(office.mark, 16) % 10**9:09d}"
    isbn = digits + str(-sum(int(digit) * (1, 3)[at % 2] for at, digit in enumerate(digits)) % 10)
    head = ("Kitabın adı", "Müəlliflər", "Növü", "Dili", "Nəşr ili", "ISBN")
    good = (f"Lüğət {mark}", "A. Məmmədova", "Lüğət", "rus-azərbaycan", "2012", isbn)
    bad = (f"Dərslik {mark}", "B. Əliyev", "Dərslik", "azərbaycan", "31.02.2015", "")
    file = book(tmp_path / f"books-{mark}.xlsx", head, good, bad)
    desk = Desk(office)

    first, again = desk.brings(file, "publications"), desk.brings(file, "publications")

    assert (first, again) == ({"registered": 1, "needsRepair": 1}, {"unchanged": 2})
    (seen,) = eventually(
        lambda: office.as_role(None).asks(BOOK, text=mark)["publications"]["nodes"], lambda found: len(found) == 1
    )
    assert (seen["status"], seen["editions"][0]["printings"]) == ("PUBLISHED", [{"isbn": isbn}])
    assert (seen["authorLine"], seen["history"], seen["authors"]) == (None, None, [])
    (told,) = office.officer.asks(BOOK, text=mark)["publications"]["nodes"]
    assert (told["authorLine"], told["history"]) == ("A. Məmmədova", {"publishedPrecision": "year"})


def test_a_partner_that_nobody_knew_is_registered_on_a_row_and_the_other_rows_follow(
    office: Office, tmp_path: Path
) -> None:
    mark = office.mark
    head = ("№", "Tərəfdaş", "Növü", "İmza tarixi", "Bitmə tarixi")
    rows = [(n, f"Universiteit {mark}", "Memorandum", f"{2000 + 4 * n}", f"{2002 + 4 * n}") for n in (1, 2, 3)]
    desk = Desk(office)
    assert desk.brings(book(tmp_path / f"old-{mark}.xlsx", head, *rows), "agreements") == {"needsRepair": 3}
    code = next(word for word in desk.said.getvalue().split() if word.startswith("IMP-"))
    found = office.officer.asks("query($c: String!) { registerImportByCode(code: $c) { id } }", c=code)
    id = found["registerImportByCode"]["id"]

    office.officer.does("RegisterPartnerOfRow", id=id, row=2, country="NL")

    query = "query($id: ID!) { registerImport(id: $id) { status rowsKeptUntil counts { registered needsRepair } } }"
    done = eventually(
        lambda: office.officer.asks(query, id=id)["registerImport"], lambda told: told["status"] == "DONE"
    )
    assert done["counts"] == {"registered": 3, "needsRepair": 0}
    assert done["rowsKeptUntil"]
