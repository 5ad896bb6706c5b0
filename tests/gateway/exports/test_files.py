"""Lists as files: typed cells under translated headings, and nothing that a spreadsheet would run."""

import re
from datetime import datetime
from decimal import Decimal
from typing import Any

import pytest

from korpu_gateway.exports.commas import FORMULA
from korpu_gateway.exports.vocabulary import headings, words
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


STRANGE = {
    "control signs": "a\x01b\x0bc\x1f",
    "no sign at all": "a\ufffeb\uffff",
    "an escape that somebody typed": "_x0041_",
    "lines": "one\ntwo\r\nthree",
    "leading zeros": "000123",
    "a long number": "12345678901234567890",
    "a number with an exponent": "1E5",
    "a day": "12.05.2026",
    "right to left": "\u202eabc",
    "signs of two halves": "🇦🇿 Gəncə",
}


@pytest.mark.parametrize("strange", STRANGE.values(), ids=STRANGE)
async def test_a_strange_text_is_the_same_text_in_both_files(gateway: Gateway, strange: str) -> None:
    await gateway.hears("organisation", gateway.library.organisation(status="active", city=strange))
    desk = a_desk(gateway)

    [row] = await desk.sheet("organisations", OFFICER, columns=["city"])
    [line] = await desk.lines("organisations", OFFICER, columns=["city"])

    assert (unescaped(row["Şəhər"].value), row["Şəhər"].data_type) == (strange, "s")
    assert line["Şəhər"] == strange


def unescaped(cell: str) -> str:
    """What a spreadsheet shows of `_x0001_` (ECMA-376, 22.4.2.4), where the reader has left it as it stands."""
    return re.sub("_x([0-9A-F]{4})_", lambda found: chr(int(found[1], 16)), cell)


@pytest.mark.parametrize("sign", ["a", "ə", "🎓"])
async def test_a_text_longer_than_a_cell_ends_with_dots_and_is_whole_in_the_csv(gateway: Gateway, sign: str) -> None:
    await gateway.hears("organisation", gateway.library.organisation(status="active", city=sign * 40_000))
    desk = a_desk(gateway)

    [row] = await desk.sheet("organisations", OFFICER, columns=["city"])
    [line] = await desk.lines("organisations", OFFICER, columns=["city"])

    held = row["Şəhər"].value
    assert (held.rstrip("…").strip(sign), held[-1]) == ("", "…")
    assert 32_766 <= len(held.encode("utf-16-le")) // 2 <= 32_767
    assert line["Şəhər"] == sign * 40_000


async def test_days_before_1900_and_numbers_that_a_sheet_cannot_hold_are_texts(gateway: Gateway) -> None:
    library = gateway.library
    stay = library.mobility(
        library.agreement(library.organisation()),
        library.person(),
        planned_from="1899-12-31",
        created_at="1850-01-01T00:00:00Z",
        ects="12345678901234567890.5",
    )
    await gateway.hears("mobility", stay, {**stay, "id": library.id(), "code": "MOB-2", "ects": "NaN"})
    desk = a_desk(gateway)

    rows = await desk.sheet("mobilities", OFFICER, columns=["plannedFrom", "createdAt", "ects"], language="en")

    told = [[str(cell.value)[:22] for cell in row.values()] for row in rows]
    assert told == [
        ["1899-12-31", "1850-01-01 03:19:24+03", "NaN"],
        ["1899-12-31", "1850-01-01 03:19:24+03", "12345678901234567890.5"],
    ]


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "https://example.org/" + "a" * 3_000])
async def test_only_an_address_of_the_web_is_a_link(gateway: Gateway, address: str) -> None:
    await gateway.hears("organisation", gateway.library.organisation(status="active", website=address))
    desk = a_desk(gateway)

    [row] = await desk.sheet("organisations", OFFICER, columns=["website"])

    assert (row["Veb sayt"].value, row["Veb sayt"].hyperlink) == (address, None)


def test_no_heading_and_no_word_begins_like_a_formula() -> None:
    spoken = [told for table in (headings(), words()) for row in table.values() for told in row.values()]

    assert [each for each in spoken if each.lstrip().startswith(FORMULA)] == []


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


async def test_a_list_is_named_as_in_the_graph_too(gateway: Gateway) -> None:
    desk = a_desk(gateway)

    graphs, files = [await desk.asks(f"{name}.csv", OFFICER) for name in ("jointProjects", "joint_projects")]

    assert graphs.status_code == 200
    assert graphs.content == files.content


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
