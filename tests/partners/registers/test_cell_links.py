"""Cells that show a word and hide an address: the address is read where one is wanted."""

import io
from typing import Any

import pytest
from xlsxwriter import Workbook

from tests.office import Office
from tests.partners.registers.registry import counts, imported, rows

HEAD = ("Adı", "Ölkə", "Veb sayt", "E-poçt", "Əlaqə")


def linked(fill: Any) -> bytes:
    """A workbook whose second row is written by this."""
    kept = io.BytesIO()
    with Workbook(kept) as book:
        sheet = book.add_worksheet("Siyahı")
        sheet.write_row(0, 0, HEAD)
        fill(sheet)
    return kept.getvalue()


def relations(sheet: Any) -> None:
    sheet.write_url(1, 0, "https://www.uni-bonn.de/rankings", string="Universität Bonn")
    sheet.write_string(1, 1, "DE")
    sheet.write_url(1, 2, "https://www.uni-bonn.de/", string="link")
    sheet.write_url(1, 3, "mailto:international@uni-bonn.de?subject=Hello", string="yazın")
    sheet.write_string(1, 4, "International Office")


def formulas(sheet: Any) -> None:
    sheet.write_formula(
        1, 0, '=HYPERLINK("https://www.uni-bonn.de/rankings","Universität Bonn")', None, "Universität Bonn"
    )
    sheet.write_string(1, 1, "DE")
    sheet.write_formula(1, 2, '=HYPERLINK("https://www.uni-bonn.de/","link")', None, "link")
    sheet.write_formula(1, 3, '=HYPERLINK("mailto:international@uni-bonn.de","yazın")', None, "yazın")
    sheet.write_string(1, 4, "International Office")


@pytest.mark.parametrize("fill", [relations, formulas])
async def test_an_address_behind_a_word_is_read_and_a_name_stays_a_name(office: Office, fill: Any) -> None:
    known = await imported(office, linked(fill))

    (row,) = await rows(office, known["id"])
    assert counts(known) == {"registered": 1}
    assert row["values"]["name"] == "Universität Bonn"
    assert row["values"]["website"] == "https://www.uni-bonn.de/"
    assert row["values"]["email"] == "international@uni-bonn.de"


async def test_an_address_that_is_shown_is_the_one_that_counts(office: Office) -> None:
    def fill(sheet: Any) -> None:
        sheet.write_row(1, 0, ("Universität Bonn", "DE"))
        sheet.write_url(1, 2, "https://tracking.example.com/?to=bonn", string="www.uni-bonn.de")
        sheet.write_url(1, 3, "https://www.uni-bonn.de/contact", string="io@uni-bonn.de")

    known = await imported(office, linked(fill))

    (row,) = await rows(office, known["id"])
    assert (row["values"]["website"], row["values"]["email"]) == ("www.uni-bonn.de", "io@uni-bonn.de")
