"""Rows of old registers hold persons: they are kept as long as somebody may mend or undo, and no longer."""

from datetime import timedelta

from sqlalchemy import text as sql

from tests.office import Office
from tests.partners.registers.registry import PARTNERS, begun, counts, imported, rows, state, text, workbook

HEAD = ("Adı", "Ölkə", "Əlaqə şəxsi", "E-poçt", "Qeyd")
LYCEE = ("Lycée", "FR", "Aysel Məmmədova", "aysel@lycee.fr", "")
BAD = ("Atlantis", "Atlantis", "Aysel Məmmədova", "", "zəng: AYSEL@lycee.fr")


async def left(office: Office) -> str:
    """All that the tables of registers still say."""
    async with office.database.transaction() as session:
        found = await session.scalars(sql("SELECT cells::text || mended::text || remarks::text FROM register_row"))
        pieces = await session.scalars(sql("SELECT encode(content, 'escape') FROM register_piece"))
        headings = await session.scalars(sql("SELECT columns::text FROM register_import"))
        return "".join([*found, *pieces, *headings])


async def later(office: Office, days: int) -> None:
    await office.waits_until(office.clock.now() + timedelta(days=days))


async def test_rows_are_forgotten_half_a_year_after_somebody_worked_with_them(office: Office) -> None:
    known = await imported(office, text([HEAD, LYCEE, BAD]))
    assert known["rows_kept_until"] == "2027-03-07"

    await later(office, 155)
    told = (await office.messages_about(known["id"]))[-1]
    assert (told["type"].rsplit(".", 2)[1], told["change"]) == ("rows_waiting", {"waiting": 1, "until": "2027-03-07"})
    assert "Aysel" in await left(office)
    await later(office, 27)

    purged = await state(office, known["id"])
    assert (purged["status"], purged["rows_kept_until"]) == ("purged", None)
    assert counts(purged) == {"registered": 1, "dismissed": 1}
    assert "Aysel" not in await left(office)
    assert "Adı" not in await left(office)
    code = await office.refuses("officer", "UndoImport", id=known["id"], reason="Too late")
    assert code == "wrong-status"


async def test_what_was_forgotten_is_known_again_and_what_waited_can_come_again(office: Office) -> None:
    await imported(office, text([HEAD, LYCEE, BAD]))
    await later(office, 200)

    again = await imported(office, text([HEAD, LYCEE, BAD]))

    assert counts(again) == {"unchanged": 1, "needs_repair": 1}


async def test_who_mends_a_row_keeps_the_others_longer_and_an_abandoned_import_goes_too(office: Office) -> None:
    known = await imported(office, text([HEAD, LYCEE, BAD, (*BAD[:2], "", "", "x")]))
    abandoned = await begun(office, text([HEAD, LYCEE]))
    await later(office, 150)

    await office.does("officer", "DismissRow", id=known["id"], row=3)
    await later(office, 40)

    assert [(await state(office, each["id"]))["status"] for each in (known, abandoned)] == ["done", "purged"]


async def test_an_import_that_is_started_or_dropped_needs_its_file_no_more(office: Office) -> None:
    await imported(office, text([PARTNERS[0], PARTNERS[1]]))
    known = await begun(office, text([HEAD, LYCEE]))
    await office.does("officer", "DropImport", id=known["id"], reason="Not ours")

    async with office.database.transaction() as session:
        assert (await session.scalar(sql("SELECT count(*) FROM register_piece"))) == 0


async def test_a_contact_that_is_erased_is_erased_from_the_rows_that_brought_it(office: Office) -> None:
    known = await imported(office, text([HEAD, LYCEE, BAD]))
    again = await imported(office, text([HEAD, LYCEE]))
    assert counts(again) == {"unchanged": 1}
    (made,) = await rows(office, known["id"], "registered")
    contact = (await office.asks("officer", "GET", f"/organisation/{made['thing_id']}")).json()["contacts"][0]

    await office.does("officer", "EraseContact", id=made["thing_id"], contact_id=contact["id"])

    said = await left(office)
    assert "aysel" not in said.lower()
    assert "Atlantis" in said
    assert counts(await imported(office, text([HEAD, LYCEE]))) == {"unchanged": 1}


async def test_a_contact_of_an_old_register_has_a_ground_and_goes_when_the_import_is_undone(office: Office) -> None:
    known = await imported(office, workbook([HEAD, LYCEE]))
    (made,) = await rows(office, known["id"], "registered")
    path = f"/organisation/{made['thing_id']}"
    assert (await office.asks("officer", "GET", path)).json()["contacts"][0]["ground"] == "office"

    await office.does("officer", "UndoImport", id=known["id"], reason="A mistake")
    await office.waits_until(office.clock.now())

    assert (await office.asks("officer", "GET", path)).json()["contacts"] == []
