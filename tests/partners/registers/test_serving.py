"""An old book knows which agreement and programme it serves, when the council decided, and who was sent copies."""

from typing import Any

import pytest

from korpu_partners.imports.policies.recipients import recipients
from tests.office import Office
from tests.partners.registers.registry import PARTNERS, counts, imported, previewed, rows, state, workbook, works

HEAD = (
    "Kitabın adı", "Növü", "Dili", "Nəşr ili", "Tiraj", "Elmi şuranın qərarı", "Protokol tarixi", "İxtisas",
    "Müqavilə", "Kimə göndərilib",
)  # fmt: skip
BONN = "Universität Bonn"


def book(agreement: str = "", partner: str = "", copies: str = "300") -> tuple[str, ...]:
    decided = ("protokol 4", "12.05.2012")
    return ("Alman dili", "Dərslik", "azərbaycan", "2012", copies, *decided, "Filologiya", agreement, partner)


async def old(office: Office, *books: tuple[str, ...]) -> Any:
    return await imported(office, workbook([HEAD, *books]), "publications")


async def entered(office: Office, known: Any) -> Any:
    (row,) = await rows(office, known["id"], "registered")
    return (await office.asks("officer", "GET", f"/publication/{row['thing_id']}")).json()


async def old_agreement(office: Office) -> Any:
    """An agreement of the past with Bonn, which was number 18/04 then."""
    await imported(office, workbook(PARTNERS))
    head, row = ("№", "Tərəfdaş", "Növü", "İmza tarixi", "Bitmə tarixi"), ("18/04", BONN, "Memorandum", "2010", "2014")
    known = await imported(office, workbook([head, row]), "agreements")
    (made,) = await rows(office, known["id"], "registered")
    return (await office.asks("officer", "GET", f"/agreement/{made['thing_id']}")).json()


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Sapienza", [("Sapienza", 0)]),
        ("Universität Bonn – 20; Sapienza (5 nüsxə);", [("Universität Bonn", 20), ("Sapienza", 5)]),
        ("БГУ: 10 экз.; Université Paris 8", [("БГУ", 10), ("Université Paris 8", 0)]),
        ("Université Paris 8 12 nüsxə", [("Université Paris 8", 12)]),
        ("", []),
    ],
)
def test_names_are_parted_by_semicolons_and_a_number_counts_copies_if_it_says_so(
    written: str, read: list[tuple[str, int]]
) -> None:
    assert recipients(written) == read


async def test_a_book_says_what_it_served_and_who_was_sent_copies(office: Office) -> None:
    agreement = await old_agreement(office)
    known = await old(office, book("18/04", f"{BONN} – 20; Baki Dovlet Universiteti"))

    made = await entered(office, known)
    assert (made["agreement_id"], made["programme"]) == (agreement["id"], "Filologiya")
    assert (made["history"]["council"], made["history"]["council_on"]) == ("protokol 4", "2012-05-12")
    assert [(each["copies"], each["on"], each["language"]) for each in made["distributions"]] == [
        (20, "2012-01-01", "az"),
        (0, "2012-01-01", "az"),
    ]


async def test_an_agreement_is_meant_by_its_code_and_one_that_is_not_known_waits(office: Office) -> None:
    agreement = await old_agreement(office)
    known = await old(office, book(agreement["code"]), ("Rus dili", *book("77/99")[1:]))

    assert (await entered(office, known))["agreement_id"] == agreement["id"]
    (waiting,) = await rows(office, known["id"], "needs_repair")
    assert [(each["column"], each["code"]) for each in waiting["remarks"]] == [("I", "register-agreement-not-known")]


async def test_more_copies_than_were_printed_wait(office: Office) -> None:
    await imported(office, workbook(PARTNERS))
    table = workbook([HEAD, book(partner=f"{BONN} – 20", copies="10")])
    known = await previewed(office, table, "publications")

    (row,) = await rows(office, known["id"], "needs_repair")
    assert [each["code"] for each in row["remarks"]] == ["publication-not-enough-copies"]


async def test_of_several_names_each_that_nobody_knows_is_registered_or_named_in_turn(office: Office) -> None:
    await imported(office, workbook(PARTNERS))
    known = await old(office, book(partner=f"Sapienza – 5; {BONN} – 20; Uni Baku – 7"))
    (row,) = await rows(office, known["id"], "needs_repair")
    assert ["Sapienza" in each["message"] or "Uni Baku" in each["message"] for each in row["remarks"]] == [True, True]

    given: dict[str, Any] = {"id": known["id"], "row": row["row"]}
    assert await office.refuses("officer", "RegisterPartnerOfRow", **given) == "register-partner-incomplete"
    await office.does("officer", "RegisterPartnerOfRow", **given, country="IT")
    await works(office)
    await office.does("officer", "NamePartnerOfRow", **given, organisation_id=await branch(office))
    await works(office)

    assert counts(await state(office, known["id"])) == {"registered": 1}
    assert [each["copies"] for each in (await entered(office, known))["distributions"]] == [5, 20, 7]


async def branch(office: Office) -> str:
    """The id under which the office knows one that nobody calls so."""
    names: Any = [{"language": "az", "kind": "label", "text": "Bakı Dövlət Universitetinin filialı"}]
    about: Any = {"names": names, "kinds": ["university"], "scope": "domestic", "country": "AZ"}
    return str((await office.does("officer", "RegisterOrganisation", **about))["id"])
