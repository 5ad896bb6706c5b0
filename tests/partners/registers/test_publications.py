"""Old books come in as history: their titles, languages and ISBNs are read, and a known book is offered."""

from typing import Any

import pytest

from korpu_partners.imports.kinds.publications import thirteen
from tests.office import Office
from tests.partners.publications.press import in_production, printed, published
from tests.partners.registers.registry import counts, imported, rows, state, text, workbook, works

HEAD = ("№", "Kitabın adı", "English title", "Müəlliflər", "Növü", "Dili", "Nəşr ili", "ISBN", "Səhifə", "Tiraj")


def book(**other: Any) -> tuple[Any, ...]:
    said: dict[str, Any] = {
        "number": 7,
        "title": "İngilis dili",
        "english": "",
        "authors": "A. Məmmədova",
        "kind": "Dərslik",
        "language": "azərbaycan",
        "year": "2012",
        "isbn": "",
        "pages": "240 səh.",
        "copies": "500",
    }
    return tuple((said | other).values())


async def old(office: Office, *table: Any) -> Any:
    return await imported(office, workbook([HEAD, *table]), "publications")


async def told(office: Office, row: Any) -> Any:
    return (await office.asks("officer", "GET", f"/publication/{row['thing_id']}")).json()


async def authors(office: Office, role: str, row: Any) -> list[str]:
    answer = await office.asks(role, "POST", "/publications/authors/read", json={"ids": [row["thing_id"]]})
    return [each["author_line"] for each in answer.json()["publications"]]


async def test_a_book_comes_in_as_history_and_says_one_fact(office: Office) -> None:
    known = await old(office, book(isbn="978-3-16-148410-0", language="Azərbaycan, ingilis", english="English"))

    (row,) = await rows(office, known["id"], "registered")
    entered = await told(office, row)
    assert (entered["status"], entered["code"], entered["kind"]) == ("published", "PUB-2012-001", "textbook")
    assert {language: each["text"] for language, each in entered["title"]["texts"].items()} == {
        "az": "İngilis dili", "en": "English",
    }  # fmt: skip
    assert [(each["language"], each["status"]) for each in entered["editions"]] == [
        ("az", "approved"), ("en", "approved"),
    ]  # fmt: skip
    assert [each["isbn"] for each in entered["editions"][0]["printings"]] == ["9783161484100"]
    assert entered["history"] == {
        "number": "7", "published_precision": "year", "council": None, "council_on": None,
        "pages": 240, "copies": 500,
    }  # fmt: skip
    await works(office)
    assert await office.said_about(row["thing_id"]) == ["entered"]


async def test_authors_are_told_by_the_owner_alone_until_persons_are_known(office: Office) -> None:
    known = await old(office, book())
    (row,) = await rows(office, known["id"], "registered")

    heard = str(await office.messages_about(row["thing_id"])) + str(await office.audit_of(row["thing_id"]))
    assert "Məmmədova" not in heard
    assert await authors(office, "officer", row) == ["A. Məmmədova"]
    assert await authors(office, "legal", row) == []

    person = "11111111-1111-4111-8111-111111111111"
    await office.does("officer", "CorrectPublication", id=row["thing_id"], author_ids=[person])
    assert await authors(office, "officer", row) == []
    assert await office.refuses("officer", "ForgetAuthors", id=row["thing_id"]) == "publication-no-author-line"


async def test_who_is_named_can_be_forgotten(office: Office) -> None:
    known = await old(office, book())
    (row,) = await rows(office, known["id"], "registered")

    await office.does("officer", "ForgetAuthors", id=row["thing_id"])

    assert await authors(office, "officer", row) == []
    assert await office.said_about(row["thing_id"]) == ["entered", "authors_forgotten"]


async def test_rows_that_cannot_be_read_wait_with_row_and_column(office: Office) -> None:
    known = await old(
        office,
        book(year=""),
        book(year="31.02.2015"),
        book(year="2031"),
        book(kind="Kaset"),
        book(kind="", title="Alman dili lüğəti"),
        book(language="yapon"),
        book(isbn="978-3-16-148410-1"),
        book(isbn="9783161484100; 9780306406157"),
        book(title=""),
        book(pages="çox"),
    )

    waiting = await rows(office, known["id"], "needs_repair")
    assert counts(known) == {"registered": 1, "needs_repair": 9}
    assert {(each["row"], remark["column"], remark["code"]) for each in waiting for remark in each["remarks"]} >= {
        (2, "G", "missing-field"), (3, "G", "no-such-day"), (4, "G", "date-out-of-range"),
        (5, "E", "register-kind-not-known"), (7, "F", "register-language-not-known"), (8, "H", "bad-checksum"),
        (9, "H", "register-isbns-unclear"), (10, "B", "missing-field"), (11, "I", "wrong-type"),
    }  # fmt: skip
    assert all(remark["message"] and "…" not in remark["message"] for each in waiting for remark in each["remarks"])


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("ISBN 3-16-148410-X", "9783161484100"),
        ("5-88500-092-Х", "5-88500-092-X"),
        ("978-3-16-148410-0", "9783161484100"),
        ("978-3-16-148410-1", "978-3-16-148410-1"),
    ],
)
def test_an_isbn_of_ten_digits_is_kept_with_thirteen_and_a_wrong_one_as_it_is(written: str, kept: str) -> None:
    assert thirteen(written) == kept


async def test_a_known_isbn_or_a_title_of_its_year_is_offered(office: Office) -> None:
    made = await printed(office, await in_production(office))
    await old(office, book())

    known = await old(
        office,
        book(title="Another", isbn="3-16-148410-X"),
        book(title="INGILIS DİLİ", authors="B"),
        book(year="2013"),
        book(title="İngilis  dili", year="2013", authors="B"),
    )

    offered = await rows(office, known["id"], "offered")
    assert counts(known) == {"registered": 1, "offered": 3}
    assert offered[0]["offered"] == [made["id"]]
    assert [each["code"] for each in offered[2]["remarks"]][:1] == ["register-double-in-file"] or offered[2]["offered"]


async def test_a_second_import_changes_nothing_and_an_undone_one_can_come_again(office: Office) -> None:
    table = [book(isbn="9783161484100"), book(title="Lüğət", kind="lüğət", language="rus-azərbaycan")]
    known = await old(office, *table)
    assert counts(known) == {"registered": 2}

    lines = [tuple(str(each) for each in row) for row in (HEAD, *table)]
    again = await imported(office, text(lines), "publications")
    await office.does("officer", "UndoImport", id=known["id"], reason="The books of another department")
    await works(office)

    assert counts(again) == {"unchanged": 2}
    undone = await state(office, known["id"])
    assert (undone["status"], counts(undone)) == ("undone", {"withdrawn": 2})
    assert [(await told(office, each))["status"] for each in await rows(office, known["id"])] == ["withdrawn"] * 2
    assert counts(await old(office, *table)) == {"registered": 2}


async def test_a_book_that_somebody_worked_on_keeps_its_import(office: Office) -> None:
    known = await old(office, book())
    (row,) = await rows(office, known["id"], "registered")
    await office.does("officer", "CorrectPublication", id=row["thing_id"], programme="Philology")

    code = await office.refuses("officer", "UndoImport", id=known["id"], reason="A mistake")

    assert code == "register-still-needed"


PAST: dict[str, Any] = {
    "kind": "dictionary",
    "title": {"az": "Lüğət"},
    "editions": [{"language": "az", "isbn": "9783161484100"}],
    "published_on": "2012-05-01",
}


async def test_a_book_of_the_past_is_entered_by_hand_and_annulled_if_it_was_a_mistake(office: Office) -> None:
    known = await office.does("officer", "EnterOldPublication", **PAST, distributed_on="2012-06-01")

    assert (known["status"], known["state"]["discipline"]) == ("distributed", "9999")
    annulled = await office.does("officer", "AnnulPublication", id=known["id"], reason="Entered twice")
    assert annulled["status"] == "withdrawn"
    assert (await office.does("officer", "EnterOldPublication", **PAST))["status"] == "published"


@pytest.mark.parametrize(
    ("other", "code"),
    [
        ({"published_on": "2027-01-01"}, "publication-published-in-the-future"),
        ({"distributed_on": "2011-01-01"}, "publication-given-on-wrong-day"),
        ({"editions": [{"language": "az"}, {"language": "az"}]}, "publication-edition-exists"),
        (
            {"editions": [{"language": each, "isbn": "9783161484100"} for each in ("az", "en")]},
            "publication-isbn-taken",
        ),
    ],
)
async def test_what_cannot_have_been_is_refused(office: Office, other: Any, code: str) -> None:
    assert await office.refuses("officer", "EnterOldPublication", **{**PAST, **other}) == code


async def test_an_isbn_belongs_to_one_book_and_what_came_out_here_is_not_annulled(office: Office) -> None:
    made = await published(office)

    assert await office.refuses("officer", "EnterOldPublication", **PAST) == "publication-isbn-taken"
    code = await office.refuses("officer", "AnnulPublication", id=made["id"], reason="No")
    assert code == "publication-not-of-the-past"
