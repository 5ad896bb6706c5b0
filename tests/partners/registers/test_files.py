"""Files as people send them: any alphabet, any delimiter, and refused before work when they are too much."""

import io
import zipfile
from datetime import date
from typing import Any
from uuid import uuid4

import pytest

from korpu_registers.reading.cells import said, tidy
from korpu_registers.reading.dates import DayRead, Unreadable, read_day
from korpu_registers.reading.files import head_of, rows_below, sheet_of, sheets_of
from korpu_registers.reading.workbooks import read_sheet
from korpu_registers.refusals.unreadable_files import FileTooLarge
from tests.office import Office
from tests.partners.registers.registry import PARTNERS, begun, sent, text, workbook

DAY = date(1998, 5, 12)


@pytest.mark.parametrize(
    "written",
    [
        "12.5.98",
        "12/05/1998",
        "1998-05-12",
        "12 may 1998",
        "12 мая 1998 г.",
        "12 may 1998-ci il",
        "35927",
        "12 MAY 1998",
        "12 de mayo de 1998",
        "12 mai 1998",
        "12 maggio 1998",
        "12 Mayıs 1998",
    ],
)
def test_a_day_is_read_however_it_is_written(written: str) -> None:
    assert read_day(written) == DayRead(DAY, "day")


@pytest.mark.parametrize(
    ("written", "first", "last", "precision"),
    [
        ("2012", date(2012, 1, 1), date(2012, 12, 31), "year"),
        ("2012-ci il", date(2012, 1, 1), date(2012, 12, 31), "year"),
        ("02.2012", date(2012, 2, 1), date(2012, 2, 29), "month"),
        ("mart 2004", date(2004, 3, 1), date(2004, 3, 31), "month"),
        ("2004-03", date(2004, 3, 1), date(2004, 3, 31), "month"),
        ("early May 2024", date(2024, 5, 1), date(2024, 5, 10), "month"),
        ("mid-May 2024", date(2024, 5, 11), date(2024, 5, 20), "month"),
        ("end of February 2024", date(2024, 2, 21), date(2024, 2, 29), "month"),
        ("2024-cü ilin mayın əvvəli", date(2024, 5, 1), date(2024, 5, 10), "month"),
        ("may 2024 ortası", date(2024, 5, 11), date(2024, 5, 20), "month"),
        ("в конце мая 2024 г.", date(2024, 5, 21), date(2024, 5, 31), "month"),
        ("Anfang Mai 2024", date(2024, 5, 1), date(2024, 5, 10), "month"),
        ("mi-mai 2024", date(2024, 5, 11), date(2024, 5, 20), "month"),
        ("finales de mayo de 2024", date(2024, 5, 21), date(2024, 5, 31), "month"),
        ("mid 2024", date(2024, 5, 1), date(2024, 8, 31), "year"),
        ("10–12 May 2024", date(2024, 5, 10), date(2024, 5, 12), "month"),
        ("10-12.05.2024", date(2024, 5, 10), date(2024, 5, 12), "month"),
        ("30.04-02.05.2024", date(2024, 4, 30), date(2024, 5, 2), "month"),
        ("28 April - 2 May 2024", date(2024, 4, 28), date(2024, 5, 2), "month"),
        ("01.09.2019 - 31.08.2024", date(2019, 9, 1), date(2024, 8, 31), "year"),
        ("2010-2015", date(2010, 1, 1), date(2015, 12, 31), "year"),
        ("May–June 2024", date(2024, 5, 1), date(2024, 6, 30), "month"),
    ],
)
def test_a_year_is_its_first_day_and_as_an_end_its_last(written: str, first: date, last: date, precision: str) -> None:
    assert read_day(written) == (first, precision)
    assert read_day(written, last=True) == (last, precision)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("31.02.2015", "no-such-day"),
        ("45.1.99", "no-such-day"),
        ("tezliklə", "malformed-date"),
        ("9999", "malformed-date"),
        ("Q2 2024", "malformed-date"),
        ("spring 2024", "malformed-date"),
        ("2015-2010", "malformed-date"),
        ("early mid May 2024", "malformed-date"),
    ],
)
def test_what_is_no_day_says_why(written: str, code: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_day(written)

    assert refused.value.code == code


def test_two_digits_are_of_the_century_that_the_pivot_says() -> None:
    assert [read_day(f"1.1.{year}").day.year for year in ("49", "50")] == [2049, 1950]


def test_a_serial_counts_from_the_workbook_s_own_epoch() -> None:
    assert read_day("34465", since_1904=True).day == DAY


def test_cells_lose_what_nobody_sees_and_keep_their_alphabet() -> None:
    assert tidy("Gəncə\u00a0 \u200bDövlət") == "Gəncə Dövlət"
    assert tidy("Bоnn Univеrsity") == "Bonn University"
    assert [tidy("Гянджа"), said("#n/a"), said(2012.0), said(True)] == ["Гянджа", "#N/A", "2012", "1"]  # noqa: FBT003


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (text([("Ad", "Ölkə"), ("Gəncə", "AZ")], "utf-16"), "Gəncə"),
        (text([("Ad", "Ölkə"), ("Gəncə", "AZ")], "utf-16-le"), "Gəncə"),
        (text([("Название", "Страна"), ("Гянджа", "Россия")], "cp1251"), "Гянджа"),
        (text([("Ad", "Şəhər".replace("ə", "e")), ("Işıqlı Şuşa", "AZ")], "cp1254"), "Işıqlı Şuşa"),
        (text([("Ad", "Ölkə"), ("bir\niki", "AZ")], delimiter="|"), "bir iki"),
    ],
)
def test_text_is_read_in_the_encoding_that_it_is_in(content: bytes, word: str) -> None:
    rows = list(rows_below(sheet_of(content, sheets_of(content)[0]), 1))

    assert rows[0][1][0] == word


def test_a_heading_is_found_below_titles() -> None:
    content = workbook([("Reyestr 2012",), (), *PARTNERS])

    assert head_of(sheet_of(content, "Vərəq1"), frozenset({"ad", "olke"})).row == 3


def test_cells_too_far_apart_are_refused_before_they_are_read() -> None:
    with pytest.raises(FileTooLarge):
        sheets_of(workbook([("a",), *[()] * 3, ("",) * 300 + ("far",)]))


def test_a_huge_cell_is_refused() -> None:
    content = text([("Ad", "Ölkə"), ("x" * 20_000, "AZ")])

    with pytest.raises(FileTooLarge):
        list(sheet_of(content, "–").rows)


def test_real_dates_are_dates() -> None:
    assert [row for _, row in read_sheet(workbook([(DAY, 1998)]), "Vərəq1").rows] == [["1998-05-12", "1998"]]


def bomb() -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", bytes(260 << 20))
    return kept.getvalue()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"PK\x03\x04 no zip at all", "register-file-unreadable"),
        (b"a\0b;c\0d\ne;f", "register-file-unreadable"),
        (b"alone", "register-without-table"),
        (b"", "register-file-incomplete"),
        (bomb(), "register-file-too-large"),
    ],
    ids=["no-zip", "binary", "no-table", "empty", "bomb"],
)
async def test_what_is_no_register_is_refused_by_its_code(office: Office, content: bytes, code: str) -> None:
    file_id, pieces = await sent(office, content)
    given: dict[str, Any] = {"kind": "organisations", "file": "old.xlsx", "file_id": file_id, "pieces": pieces}

    assert await office.refuses("officer", "BeginImport", **given) == code


async def test_a_sheet_that_is_not_there_and_a_file_of_somebody_else_are_refused(office: Office) -> None:
    known = await begun(office, workbook(PARTNERS))
    file_id, pieces = await sent(office, workbook(PARTNERS))
    given: dict[str, Any] = {"kind": "organisations", "file": "old.xlsx", "file_id": file_id, "pieces": pieces}

    assert await office.refuses("officer", "MapColumns", id=known["id"], sheet="None") == "register-unknown-sheet"
    code = await office.refuses("officer", "BeginImport", by={"subject": "another"}, **given)
    assert code == "register-file-incomplete"


async def test_a_piece_is_bounded(office: Office) -> None:
    answer = await office.asks("officer", "PUT", f"/imports/files/{uuid4()}/0", content=bytes(201 * 1024))

    assert answer.json()["code"] == "register-file-too-large"
