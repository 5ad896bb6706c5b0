"""Letters of an older register come in under the numbers that they have, and a clash waits."""

from typing import Any

from tests.office import Office
from tests.partners.registers.registry import (
    PARTNERS,
    begun,
    counts,
    imported,
    previewed,
    rows,
    state,
    text,
    workbook,
    works,
)

HEAD = ("İstiqamət", "№", "Tarix", "Kimdən", "Mövzu", "İmzalayan")


def letter(number: Any, day: Any = "12.5.98", sender: str = "Universität Bonn", way: str = "Daxil olan") -> Any:
    return (way, number, day, sender, "Dəvət", "Aysel Məmmədova")


async def old(office: Office, *table: Any) -> Any:
    return await imported(office, workbook([HEAD, *table]), "letters")


async def told(office: Office, row: Any) -> Any:
    return (await office.asks("officer", "GET", f"/letter/{row['thing_id']}")).json()


async def test_letters_keep_the_number_and_the_day_that_they_have(office: Office) -> None:
    await imported(office, workbook(PARTNERS))

    known = await old(office, letter(118), letter("№ 7", "1999", "Təhsil Nazirliyi", "Исходящий"))

    entered = [await told(office, each) for each in await rows(office, known["id"], "registered")]
    closed = [("IN-1998-0118", "closed"), ("OUT-1999-0007", "closed")]
    assert [(each["code"], each["status"]) for each in entered] == closed
    assert entered[0]["correspondents"][0]["organisation_id"]
    assert entered[1]["correspondents"][0]["office"] == "Təhsil Nazirliyi"
    assert "Aysel" not in str([await office.messages_about(each["id"]) for each in entered])


async def test_a_number_that_is_taken_waits_and_a_person_is_no_office(office: Office) -> None:
    await imported(office, workbook(PARTNERS))

    known = await old(
        office, letter(1), letter(1, "13.5.98"), letter("1/a"), letter(2, "31.02.2015"), letter(3, sender="Aysel"),
        letter(4, way="Yan"), letter(5, "1.1.2030"), letter(""),
    )  # fmt: skip

    waiting = await rows(office, known["id"], "needs_repair")
    assert counts(known) == {"registered": 1, "needs_repair": 7}
    assert {(each["row"], each["remarks"][0]["column"], each["remarks"][0]["code"]) for each in waiting} == {
        (3, "B", "letter-number-taken"), (4, "B", "wrong-type"), (5, "C", "no-such-day"),
        (6, "D", "register-partner-not-known"), (7, "A", "register-kind-not-known"), (8, "C", "date-out-of-range"),
        (9, "B", "missing-field"),
    }  # fmt: skip


async def test_what_is_undone_is_annulled_and_its_number_stays_used(office: Office) -> None:
    await imported(office, workbook(PARTNERS))
    known = await old(office, letter(1))
    (row,) = await rows(office, known["id"], "registered")

    await office.does("officer", "UndoImport", id=known["id"], reason="Another book")
    await works(office)

    assert (await state(office, known["id"]))["status"] == "undone"
    assert (await told(office, row))["status"] == "annulled"
    assert counts(await old(office, letter(1, "14.5.98"))) == {"needs_repair": 1}


async def test_letters_that_something_was_done_with_are_not_annulled(office: Office) -> None:
    await imported(office, workbook(PARTNERS))
    known = await old(office, letter(1))
    (row,) = await rows(office, known["id"], "registered")
    await office.does("officer", "ReopenLetter", id=row["thing_id"], reason="There is more")

    code = await office.refuses("officer", "UndoImport", id=known["id"], reason="Another book")

    assert code == "register-still-needed"


async def test_a_whole_register_has_one_direction_that_a_person_says(office: Office) -> None:
    await imported(office, workbook(PARTNERS))
    table = text([HEAD[1:], letter(7)[1:], letter(8)[1:]])
    known = await begun(office, table, "letters")
    unsaid = await office.refuses("officer", "PreviewImport", id=known["id"])

    said = [{"field": "direction", "value": "Çıxan"}]
    await office.does("officer", "MapColumns", id=known["id"], defaults=said)
    await office.does("officer", "PreviewImport", id=known["id"])
    await works(office)

    assert unsaid == "register-field-unmapped"
    found = await rows(office, known["id"], "would_register")
    assert [each["values"]["direction"] for each in found] == ["Çıxan", "Çıxan"]


async def test_a_register_that_is_called_so_has_its_direction(office: Office) -> None:
    await imported(office, workbook(PARTNERS))
    known = await previewed(office, text([HEAD[1:], letter(7)[1:]]), "letters", file="Daxil olan məktublar 1998.csv")

    (row,) = await rows(office, known["id"], "would_register")
    assert row["values"]["direction"] == "incoming"


async def test_the_same_letters_of_another_direction_are_other_letters(office: Office) -> None:
    await imported(office, workbook(PARTNERS))
    table = text([HEAD[1:], letter(7)[1:]])
    await imported(office, table, "letters", file="Daxil olan.csv")

    known = await imported(office, table, "letters", file="Göndərilən.csv")

    assert counts(known) == {"registered": 1}


async def test_what_every_row_says_is_a_field_of_the_register(office: Office) -> None:
    known = await begun(office, text([HEAD[1:], letter(7)[1:]]), "letters")

    for said in ([{"field": "isbn", "value": "1"}], [{"field": "direction", "value": "in"}] * 2):
        assert (
            await office.refuses("officer", "MapColumns", id=known["id"], defaults=said) == "register-mapping-unclear"
        )
