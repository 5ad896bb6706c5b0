"""Registers as offices keep them, and worse: each is read as people mean it, or refused with a clear answer."""

import codecs
import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from xlsxwriter import Workbook as Writer

from korpu_chassis.refusals import Refusal
from korpu_partners.imports.kinds.registry import REGISTERS
from korpu_registers.domain.mapping import guess
from korpu_registers.reading.day_order import WrittenDays
from korpu_registers.reading.files import head_of, rows_below, sheet_of, sheets_of
from korpu_registers.reading.values import Reading
from korpu_registers.reading.words import headings
from tests.partners.registers.registry import text, workbook

HEAD = ("Tərəfdaş", "Növü", "İmza tarixi")
ROWS = (("Universität Bonn", "Memorandum", "2012"), ("Sapienza", "Müqavilə", "12.5.98"))
SIGNED_IN_FULL = datetime(2012, 3, 4, 15, 30)  # noqa: DTZ001 -- a workbook knows no zones


def read(content: bytes, kind: str = "agreements") -> tuple[list[str | None], list[list[str]]]:
    """The fields of the columns and the rows of the first table."""
    sheet = sheets_of(content)[0]
    head = head_of(sheet_of(content, sheet), frozenset(headings(kind)))
    below = [values for _, values in rows_below(sheet_of(content, sheet), head.row)]
    return [each.field for each in guess(REGISTERS[kind].form, head)], below


def since_1904() -> bytes:
    """A workbook of an old Macintosh."""
    book = Workbook()
    book.epoch = CALENDAR_MAC_1904
    for row in (HEAD, (*ROWS[0][:2], date(1998, 5, 12)), (*ROWS[1][:2], "34465")):
        book.worksheets[0].append(row)
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def written(fill: Callable[[Any, Any], None]) -> bytes:
    """A workbook as Excel writes it, with what formulas came to."""
    kept = io.BytesIO()
    with Writer(kept) as book:
        fill(book, book.add_worksheet("Birinci"))
    return kept.getvalue()


def formulas(_: Any, sheet: Any) -> None:
    """Cells that are computed."""
    for number, row in enumerate((HEAD, *ROWS)):
        for place, said in enumerate(row):
            sheet.write_formula(number, place, f'=CONCATENATE("{said}","")', None, said)


def hidden_first(book: Any, sheet: Any) -> None:
    """A hidden sheet with a table of its own before the one that is seen."""
    seen = book.add_worksheet("Reyestr")
    for number, row in enumerate((HEAD, *ROWS)):
        sheet.write_row(number, 0, [each.upper() for each in row])
        seen.write_row(number, 0, row)
    seen.activate()
    seen.set_first_sheet()
    sheet.hide()


@pytest.mark.parametrize(
    "content",
    [
        workbook([HEAD, *ROWS]),
        workbook([("Sənəd", "", ""), HEAD, *ROWS], merged=["A1:C1"]),
        workbook([("Müqavilələr", "", "Tarixlər"), HEAD, *ROWS]),
        workbook([HEAD, (), ROWS[0], (), HEAD, ROWS[1], (), ("Cəmi:", "", "2")]),
        workbook([HEAD, *ROWS, ("Итого 2",)]),
        workbook([tuple(f" {each}\u00a0" for each in row) for row in (HEAD, *ROWS)]),
        written(formulas),
        written(hidden_first),
        text([HEAD, *ROWS], "utf-8-sig", ","),
        text([HEAD, *ROWS], "utf-8", "\t"),
        codecs.BOM_UTF16_BE + text([HEAD, *ROWS], "utf-16-be", "\t"),
        text([HEAD, *ROWS]).replace(b"\r\n", b"\r"),
    ],
    ids=[
        "plain", "title-merged", "two-heading-rows", "repeated-heading-and-total", "total-in-one-cell", "blanks",
        "formulas", "hidden-sheet-first", "bom-comma", "tab", "utf-16-be", "old-macintosh-lines",
    ],
)  # fmt: skip
def test_the_same_register_is_read_the_same_however_it_is_kept(content: bytes) -> None:
    assert read(content) == (["partner", "kind", "signed"], [list(each) for each in ROWS])


def test_two_columns_of_one_name_are_not_both_taken() -> None:
    content = workbook([(*HEAD, "İmza tarixi"), (*ROWS[0], "2013")])

    assert read(content)[0] == ["partner", "kind", "signed", None]


def test_days_of_a_workbook_that_counts_from_1904_are_the_days_that_were_meant() -> None:
    content = since_1904()
    sheet = sheet_of(content, "Sheet")

    days = [Reading({"signed": row[2]}, WrittenDays(sheet.since_1904)).day("signed") for row in read(content)[1]]

    assert [each.day for each in days if each] == [date(1998, 5, 12), date(1998, 5, 12)]


def test_a_day_with_its_hour_is_that_day() -> None:
    rows = read(workbook([HEAD, (*ROWS[0][:2], SIGNED_IN_FULL)]))[1]

    found = Reading({"signed": rows[0][2]}, WrittenDays()).day("signed")

    assert found is not None
    assert found.day == date(2012, 3, 4)


def altered(change: Callable[[bytes], bytes]) -> bytes:
    """A workbook whose sheet was written by somebody else's program."""
    kept, changed = io.BytesIO(workbook([HEAD, *ROWS])), io.BytesIO()
    with zipfile.ZipFile(kept) as packed, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as again:
        for name in packed.namelist():
            part = packed.read(name)
            again.writestr(name, change(part) if name.startswith("xl/worksheets/") else part)
    return changed.getvalue()


def cell_of(megabytes: int) -> bytes:
    """A workbook with one cell of this size."""
    return altered(lambda part: part.replace(b"Sapienza", b"word" * (megabytes << 18)))


def with_an_entity() -> bytes:
    """A workbook with a cell that its reader shall fetch from its own disk."""
    declared = b'<!DOCTYPE sheet [<!ENTITY secret SYSTEM "file:///etc/passwd">]><worksheet'
    return altered(lambda part: part.replace(b"<worksheet", declared, 1).replace(b"Sapienza", b"&secret;"))


def with_words_of_its_own() -> bytes:
    """A workbook that declares what it never uses."""
    declared = b'<!DOCTYPE sheet [<!ENTITY word "words">]><worksheet'
    return altered(lambda part: part.replace(b"<worksheet", declared, 1))


def with_a_cell_at(place: str) -> bytes:
    """A workbook whose last cell stands here, written as other programs may write it."""
    return altered(lambda part: part.replace(b"</sheetData>", f"<row><c  r='{place}'/></row></sheetData>".encode()))


def of_another_office() -> bytes:
    """A table of OpenDocument, which is packed too."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        packed.writestr("content.xml", "<office:document-content/>")
    return kept.getvalue()


OLD_BINARY = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16) + b"\x3e\x00\x03\x00\xfe\xff\x09\x00" + b"\xff" * 488


@pytest.mark.parametrize(
    ("content", "code"),
    [
        pytest.param(cell_of(10), "register-file-too-large", id="ten-megabytes-in-a-cell"),
        pytest.param(OLD_BINARY, "register-file-unreadable", id="xls-named-xlsx"),
        pytest.param(
            OLD_BINARY + "EncryptedPackage".encode("utf-16-le") * 20, "register-file-unreadable", id="with-a-password"
        ),
        pytest.param(workbook([HEAD, *ROWS])[:-200], "register-file-unreadable", id="cut-off"),
        pytest.param(workbook([()]), "register-without-table", id="empty-sheet"),
        pytest.param(workbook([HEAD]), "register-without-table", id="head-alone"),
        pytest.param(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\0", "register-file-unreadable", id="pdf"),
        pytest.param(with_an_entity(), "register-file-unreadable", id="entity"),
        pytest.param(with_words_of_its_own(), "register-file-unreadable", id="declared-entity"),
        pytest.param(altered(lambda part: b"\xff" + part), "register-file-unreadable", id="sheet-that-is-no-xml"),
        pytest.param(with_a_cell_at("GS4"), "register-file-too-large", id="a-cell-too-far-right"),
        pytest.param(with_a_cell_at("a150001"), "register-file-too-large", id="a-cell-too-far-down"),
        pytest.param(with_a_cell_at("GR140000"), "register-file-too-large", id="a-cell-too-far-from-the-first"),
        pytest.param(with_a_cell_at("C299999999999999999999"), "register-file-unreadable", id="a-cell-nowhere"),
        pytest.param(of_another_office(), "register-file-unreadable", id="opendocument"),
        pytest.param(b"Name;Kind\n" + b"x" * 100_000, "register-file-too-large", id="one-endless-line"),
        pytest.param(b";" * 100_000 + b"\n" + b"x" * 50_000, "register-file-too-large", id="nothing-but-delimiters"),
    ],
)
def test_what_cannot_be_read_says_why(content: bytes, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        read(content)

    assert refused.value.code == code
