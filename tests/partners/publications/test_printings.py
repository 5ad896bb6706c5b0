"""Printings that were written down wrongly: put right with a reason, or taken back, and never below what was given."""

from typing import Any

import pytest

from tests.office import Office
from tests.partners.publications import press

MISTYPED = "The printer's note says otherwise"
AZ: dict[str, Any] = {"language": "az", "medium": "print", "reason": MISTYPED}


def printings(work: press.Work) -> list[dict[str, Any]]:
    """How the source edition was printed."""
    return list(work["state"]["editions"][0]["printings"])


async def test_a_print_run_is_put_right_and_everybody_hears_it(office: Office) -> None:
    work = await press.published(office)

    right = await office.does("officer", "CorrectPrinting", id=work["id"], **AZ, copies=300, pages=241, printer="Elm")

    [held] = printings(right)
    assert (held["copies"], held["pages"], held["printer"], held["isbn"]) == (300, 241, "Elm", press.ISBNS[0])
    message = (await office.messages_about(work["id"]))[-1]
    told = {"language": "az", "medium": "print", "isbn": press.ISBNS[0], "pages": 241, "copies": 300}
    assert message["change"] == {**told, "reason": MISTYPED}
    assert (await office.audit_of(work["id"]))[-1]["why"] == MISTYPED


async def test_a_mistyped_isbn_is_free_for_the_book_that_has_it(office: Office) -> None:
    work = await press.published(office)
    other = await press.in_production(office)

    await office.does("officer", "CorrectPrinting", id=work["id"], **AZ, isbn=press.ISBNS[1])
    await press.printed(office, other, isbn=press.ISBNS[0])
    taken = await office.refuses("officer", "CorrectPrinting", id=work["id"], **AZ, isbn=press.ISBNS[0])

    assert taken == "publication-isbn-taken"


async def test_what_was_never_written_is_not_put_right(office: Office) -> None:
    work = await press.published(office)
    online: dict[str, Any] = {"id": work["id"], "medium": "online", "reason": MISTYPED}

    code = await office.refuses("officer", "CorrectPrinting", **online, language="az", pages=3)
    foreign = await office.refuses("officer", "CorrectPrinting", **online, language="fr", pages=3)
    none = await office.refuses("officer", "CorrectPrinting", id=work["id"], **AZ, copies=0)

    assert (code, foreign, none) == (
        "publication-no-such-printing",
        "publication-no-such-edition",
        "publication-copies-of-nothing",
    )


async def test_a_printer_who_was_another_is_forgotten(office: Office) -> None:
    work = await press.published(office)
    await office.does("officer", "CorrectPrinting", id=work["id"], **AZ, printer="Elm")

    right = await office.does("officer", "CorrectPrinting", id=work["id"], **AZ, forget=["printer"])

    assert printings(right)[0]["printer"] is None


@pytest.mark.parametrize(("copies", "code"), [(59, "publication-copies-are-given"), (60, None)])
async def test_a_print_run_is_not_smaller_than_what_partners_have_got(
    office: Office, copies: int, code: str | None
) -> None:
    work = await press.published(office)
    given: dict[str, Any] = {"language": "az", "on": "2026-09-07", "copies": 60}
    await office.does("officer", "GiveCopies", id=work["id"], organisation_id=await press.partner(office), **given)
    said: dict[str, Any] = {"id": work["id"], **AZ, "copies": copies}

    if code:
        assert await office.refuses("officer", "CorrectPrinting", **said) == code
        assert await office.refuses("officer", "TakeBackPrinting", id=work["id"], **AZ) == code
    else:
        assert printings(await office.does("officer", "CorrectPrinting", **said))[0]["copies"] == copies


async def test_a_printing_that_was_never_made_goes_and_its_isbn_is_free(office: Office) -> None:
    work = await press.printed(office, await press.in_production(office))

    gone = await office.does("officer", "TakeBackPrinting", id=work["id"], **AZ)
    unknown = await office.refuses("officer", "TakeBackPrinting", id=work["id"], **AZ)
    again = await press.printed(office, work)

    assert (printings(gone), unknown, len(printings(again))) == ([], "publication-no-such-printing", 1)
    assert (await office.said_about(work["id"]))[-2:] == ["printing_taken_back", "printing_recorded"]


async def test_what_is_out_stays_out_in_some_medium(office: Office) -> None:
    work = await press.in_production(office)
    online: dict[str, Any] = {"language": "az", "medium": "online", "isbn": press.ISBNS[1], "pages": 240}
    await office.does("officer", "RecordPrinting", id=work["id"], **online)
    await press.printed(office, work)
    await office.does("officer", "PublishPublication", id=work["id"], on="2026-09-07")

    first = await office.does("officer", "TakeBackPrinting", id=work["id"], **AZ)
    last = await office.refuses("officer", "TakeBackPrinting", id=work["id"], **{**AZ, "medium": "online"})

    assert ([each["medium"] for each in printings(first)], last) == (["online"], "publication-nothing-would-be-out")
