"""Lists as files: typed cells under translated headings, and nothing that a spreadsheet would run."""

from datetime import datetime
from decimal import Decimal
from typing import Any

import pytest

from tests.gateway.conftest import NOBODY, OFFICER, Gateway
from tests.gateway.exports.desk import a_desk
from tests.gateway.shelves import text

POISON = ('=HYPERLINK("https://evil.example","x")', "+49 561 8040", "-5", "@SUM(A1)", "\tx", "＝1+1", " =1")


async def test_cells_are_days_numbers_words_and_links_under_azerbaijani_headings(gateway: Gateway) -> None:
    library = gateway.library
    partner = library.organisation(status="active", kinds=["university"], confirmed_on="2026-01-31", tags=["b", "c"])
    await gateway.hears("organisation", partner)
    desk = a_desk(gateway)

    [row] = await desk.sheet("organisations", OFFICER)

    assert row["Təsdiqlənmə tarixi"].value == datetime(2026, 1, 31)  # noqa: DTZ001 - sheets know no zones
    assert row["Təsdiqlənmə tarixi"].is_date
    assert row["Veb sayt"].hyperlink.target == "https://example.org/"
    assert (row["Status"].value, row["Növlər"].value, row["Etiketlər"].value) == ("fəal", "universitet", "b; c")
    assert row["VÖEN"].data_type == "s"


async def test_yes_and_no_numbers_and_partners_are_what_they_are(gateway: Gateway) -> None:
    library = gateway.library
    partner = library.organisation("Universität Kassel", status="active")
    agreement = library.agreement(partner, status="in_force", ends=None, evergreen=True)
    stay = library.mobility(agreement, library.person(), ects="7.50", waiting=1)
    await gateway.hears("organisation", partner)
    await gateway.hears("agreement", agreement)
    await gateway.hears("mobility", stay)
    desk = a_desk(gateway)

    [row] = await desk.sheet("agreements", OFFICER, language="en")
    [stayed] = await desk.sheet("mobilities", OFFICER, language="en")
    [line] = await desk.lines("agreements", OFFICER, language="de")

    assert (row["Without an end"].value, row["Without an end"].data_type) == (True, "b")
    assert row["Parties"].value == 'Universität Kassel "in" English\n'
    assert (stayed["ECTS credits"].value, stayed["Place in line"].value) == (7.5, 1)
    assert stayed["ECTS credits"].data_type == "n"
    assert (line["Unbefristet"], line["Status"], line["Beginn"]) == ("ja", "in Kraft", "2026-11-01")


@pytest.mark.parametrize("poison", POISON)
async def test_a_text_is_never_a_formula(gateway: Gateway, poison: str) -> None:
    await gateway.hears("organisation", gateway.library.organisation(status="active", city=poison))
    desk = a_desk(gateway)

    [row] = await desk.sheet("organisations", OFFICER, columns=["city"])
    [line] = await desk.lines("organisations", OFFICER, columns=["city"])

    assert (row["Şəhər"].value, row["Şəhər"].data_type, row["Şəhər"].hyperlink) == (poison, "s", None)
    assert line["Şəhər"] == f"'{poison}"


async def test_a_negative_number_stays_a_number(gateway: Gateway) -> None:
    library = gateway.library
    stay = library.mobility(library.agreement(library.organisation()), library.person(), ects="-5", waiting=-2)
    await gateway.hears("mobility", stay)
    desk = a_desk(gateway)

    [line] = await desk.lines("mobilities", OFFICER, columns=["ects", "waiting"], language="en")

    assert line == {"ECTS credits": "-5", "Place in line": "-2"}
    assert Decimal(line["ECTS credits"]) == -5


async def test_a_text_is_given_in_each_language_that_it_has(gateway: Gateway) -> None:
    drafted = gateway.library.agreement(gateway.library.organisation())
    await gateway.hears("agreement", {**drafted, "title": text("Memorandum", "az", "de")})
    desk = a_desk(gateway)

    [line] = await desk.lines("agreements", OFFICER, columns=["title", "title.de", "title.en"], language="en")

    assert line == {"Title": "Memorandum (az)", "Title: DE": "Memorandum (de)", "Title: EN": ""}


async def test_the_file_is_named_by_its_list_and_the_day_and_marked_for_excel(gateway: Gateway) -> None:
    desk = a_desk(gateway)

    response = await desk.asks("action_points.csv", OFFICER)

    assert response.content.startswith("\ufeffKod;".encode())
    assert 'filename="action_points-2' in response.headers["content-disposition"]
    assert response.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    ("address", "asked", "code"),
    [
        ("nothing.csv", {}, "no-such-export"),
        ("agreements.pdf", {}, "no-such-export"),
        ("agreements.csv", {"columns": ["nothing"]}, "no-such-column"),
        ("agreements.csv", {"columns": []}, "export-not-understood"),
        ("agreements.csv", {"filter": {"nothing": 1}}, "export-not-understood"),
        ("agreements.csv", {"filter": {"search": "\0"}}, "export-not-understood"),
        ("agreements.csv", {"orderBy": {"by": "nothing"}}, "export-not-understood"),
        ("agreements.csv", {"language": "tr"}, "export-not-understood"),
        ("agreements.csv", {"first": 5}, "export-not-understood"),
        ("people.csv", {"columns": ["email"]}, "no-such-column"),
    ],
)
async def test_what_cannot_be_read_is_refused_before_the_first_byte(
    gateway: Gateway, address: str, asked: dict[str, Any], code: str
) -> None:
    desk = a_desk(gateway)

    response = await desk.asks(address, OFFICER, **asked)

    assert (response.json()["code"], response.headers["content-type"]) == (code, "application/problem+json")


async def test_a_list_that_is_too_long_is_refused_and_not_cut(gateway: Gateway) -> None:
    await gateway.hears("organisation", *(gateway.library.organisation(status="active") for _ in range(3)))
    desk = a_desk(gateway, most_rows=2)

    response = await desk.asks("organisations.xlsx", NOBODY)

    assert (response.status_code, response.json()["code"]) == (422, "export-too-long")
