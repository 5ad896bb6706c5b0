"""What registers of other houses say in their own way: countries, codes, telephones, durations, lines inside cells."""

import csv
import io
from datetime import date
from typing import Any

import pytest
from openpyxl import Workbook

from korpu_registers.reading.cell_errors import unreadable_cells
from korpu_registers.reading.dates import last_day, read_duration
from korpu_registers.reading.plain_text import delimiter
from korpu_registers.reading.words import country
from tests.office import Office
from tests.partners.registers.registry import PARTNERS, begun, counts, imported, previewed, rows, text, workbook

AGREEMENTS = ("Tərəfdaş", "Sənədin növü", "İmza tarixi", "Müddəti")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Czech Republic", "CZ"), ("Çex Respublikası", "CZ"), ("Чешская Республика", "CZ"), ("United States", "US"),
        ("ABŞ", "US"), ("Соединённые Штаты Америки", "US"), ("BƏƏ", "AE"), ("КНР", "CN"), ("VR China", "CN"),
        ("Republic of China", "TW"), ("Republic of Korea", "KR"), ("Cənubi Koreya", "KR"), ("КНДР", "KP"),
        ("Rusiya Federasiyası", "RU"), ("Российская Федерация", "RU"), ("Azərbaycan Respublikası", "AZ"),
        ("Республика Казахстан", "KZ"), ("Republik Österreich", "AT"), ("République de Moldova", "MD"), ("EL", "GR"),
        ("UK", "GB"), ("Holland", "NL"), ("Macedonia", "MK"), ("Dominican Republic", "DO"),
        ("Congo, Republic of", "CG"),
        ("Democratic Republic of the Congo", "CD"), ("Корея, Республика", "KR"), ("aze", "AZ"), ("AT", "AT"),
        ("Kosovo", "XK"), ("Косово", "XK"), ("Kosova", "XK"), ("Republic of Kosovo", "XK"), ("XKX", "XK"), ("XK", "XK"),
    ],
)  # fmt: skip
def test_a_country_is_known_by_every_name_that_it_usually_bears(name: str, code: str) -> None:
    assert country(name) == code


@pytest.mark.parametrize("name", ["Atlantis", "Republic", "Respublika", "XX", "university", ""])
def test_what_is_no_country_is_none(name: str) -> None:
    assert country(name) is None


@pytest.mark.parametrize(
    ("written", "months"),
    [
        ("5 il", 60), ("five (5) years", 60), ("5 лет", 60), ("18 месяцев", 18), ("3 Jahre", 36), ("beş il", 60),
        ("1 année", 12), ("dos años", 24), ("6-aylıq", 6), ("5 il müddətinə", 60),
        ("5", None), ("2012", None), ("müddətsiz", None), ("0 il", None), ("5 nüsxə", None),
    ],
)  # fmt: skip
def test_a_duration_is_told_in_months(written: str, months: int | None) -> None:
    assert read_duration(written) == months


@pytest.mark.parametrize(
    ("first", "months", "last"),
    [
        (date(2009, 5, 1), 60, date(2014, 4, 30)),
        (date(2020, 1, 1), 12, date(2020, 12, 31)),
        (date(2020, 2, 29), 12, date(2021, 2, 28)),
        (date(2020, 1, 31), 1, date(2020, 2, 29)),
        (date(2020, 12, 15), 1, date(2021, 1, 14)),
    ],
)
def test_a_duration_ends_on_the_day_before_its_anniversary(first: date, months: int, last: date) -> None:
    assert last_day(first, months) == last


async def agreements(office: Office, *table: Any, content: bytes | None = None) -> Any:
    await imported(office, workbook(PARTNERS))
    return await previewed(office, content or workbook([AGREEMENTS, *table]), "agreements")


async def test_a_duration_for_an_end_counts_from_the_signature_and_says_so(office: Office) -> None:
    known = await agreements(office, ("Universität Bonn", "Memorandum", "01.05.2009", "5 il"))

    (row,) = await rows(office, known["id"], "would_register")
    (remark,) = row["remarks"]
    assert (remark["column"], remark["code"]) == ("D", "register-duration-counted")
    assert "2014-04-30" in remark["message"]


@pytest.mark.parametrize("cell", ["#REF!", "#N/A", "#VALUE!"])
async def test_an_end_that_cannot_be_read_is_not_no_end(office: Office, cell: str) -> None:
    known = await agreements(office, ("Universität Bonn", "Memorandum", "01.05.2009", cell))

    assert counts(known) == {"needs_repair": 1}
    (row,) = await rows(office, known["id"], "needs_repair")
    assert [(each["column"], each["code"]) for each in row["remarks"]] == [("D", "register-cell-unreadable")]


async def test_a_formula_that_nobody_calculated_is_not_an_empty_cell(office: Office) -> None:
    book, kept = Workbook(), io.BytesIO()
    book.worksheets[0].append(list(AGREEMENTS))
    book.worksheets[0].append(["Universität Bonn", "Memorandum", "01.05.2009", "=DATE(2014,4,30)"])
    book.save(kept)

    known = await agreements(office, content=kept.getvalue())

    (row,) = await rows(office, known["id"], "needs_repair")
    assert [(each["column"], each["code"]) for each in row["remarks"]] == [("D", "register-cell-unreadable")]


async def test_lines_inside_cells_do_not_tell_the_delimiter(office: Office) -> None:
    kept = io.StringIO(newline="")
    lines = csv.writer(kept, delimiter=",")
    lines.writerow(["Institution", "Country", "Notes"])
    for number in range(30):
        lines.writerow([f"Bonn Institute {number}", "Germany", "first; second; third\n" * 5])

    known = await previewed(office, kept.getvalue().encode())

    assert counts(known) == {"would_register": 30}


async def test_a_heading_is_taken_where_a_person_says_it_is(office: Office) -> None:
    table = [(f"Instruction {number}", "", "") for number in range(250)]
    content = text([*table, ("Name", "Country", "City"), ("Bonn Institute", "Germany", "Bonn")])
    known = await begun(office, content)

    await office.does("officer", "MapColumns", id=known["id"], head_row=251)

    found = (await office.asks("officer", "GET", f"/imports/{known['id']}/rows")).json()["columns"]
    assert [each["field"] for each in found] == ["name", "country", "city"]


async def test_a_heading_below_forty_lines_is_found(office: Office) -> None:
    table = [(f"Instruction {number}", "", "") for number in range(40)]

    known = await previewed(
        office, text([*table, ("Universidad", "País", "Ciudad"), ("Universidad de Muestra", "España", "Jaén")])
    )

    assert (known["head_row"], counts(known)) == (41, {"would_register": 1})


async def test_a_column_of_languages_is_no_column_of_countries(office: Office) -> None:
    rows_ = [(f"Hochschule {number}", "de", "Germany") for number in range(5)]

    known = await begun(office, text([("Name", "Language", "Staat"), *rows_]))

    found = (await office.asks("officer", "GET", f"/imports/{known['id']}/rows")).json()["columns"]
    assert [each["field"] for each in found] == ["name", None, "country"]


async def test_two_small_letters_below_an_unknown_heading_are_no_country(office: Office) -> None:
    known = await begun(office, text([("Name", "Kürzel"), *((f"Hochschule {each}", "de") for each in range(5))]))

    found = (await office.asks("officer", "GET", f"/imports/{known['id']}/rows")).json()["columns"]
    assert [each["field"] for each in found] == ["name", None]


async def test_blanks_in_codes_lead_to_the_one_code(office: Office) -> None:
    head = ("Name", "Country", "Erasmus code", "PIC")
    table = [
        ("Universität Muster", "Germany", "D  MUSTER01", "948 361 234"),
        ("Istituto Esempio", "Italy", "I ESEMPIO01", ""),
        ("Technikum Vzor", "Czech Republic", "CZ VZOR01", ""),
    ]

    known = await imported(office, workbook([head, *table]))

    found = [
        (await office.asks("officer", "GET", f"/organisation/{each['thing_id']}")).json()
        for each in await rows(office, known["id"], "registered")
    ]
    assert [each["erasmus_code"] for each in found] == ["D  MUSTER01", "I  ESEMPIO01", "CZ VZOR01"]
    assert found[0]["pic"] == "948361234"


async def test_telephones_are_read_as_their_country_writes_them(office: Office) -> None:
    head = ("Adı", "Ölkə", "Telefon", "E-poçt")
    table = [("Bakı İnstitutu", "Azərbaycan", "(022) 266 86 66; (012) 539 09 08", "a@example.org, b@example.org")]

    known = await imported(office, workbook([head, *table]))

    (row,) = await rows(office, known["id"], "registered")
    read = {"ids": [row["thing_id"]], "purpose": "trial"}
    (told,) = (await office.asks("officer", "POST", "/contacts/read", json=read)).json()["organisations"]
    assert [(each["phone"], each["email"]) for each in told["contacts"]] == [
        ("+994222668666", "a@example.org"),
        ("+994125390908", "b@example.org"),
    ]


def test_a_formula_that_worked_out_to_no_text_is_an_empty_cell() -> None:
    cells = b'<c r="A1" t="str"><f>IF(1,"","x")</f><v></v></c><c r="B1"><f>1+1</f><v/></c>'
    sheet = b'<worksheet><row r="1">' + cells + b"</row></worksheet>"

    assert unreadable_cells(io.BytesIO(sheet)) == {(1, 2): "#GETTING_DATA"}


def test_signs_of_lists_inside_cells_of_several_lines_part_no_columns() -> None:
    lines = "exchange of students;\r\njoint research;\r\nsharing of papers;"
    table = [f'{number},Bonn,MoU,"{lines}",01.05.2011' for number in range(3)]

    assert delimiter("\r\n".join(["No,Partner,Type,Purpose,Date signed", *table])) == ","
