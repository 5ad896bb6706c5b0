"""An import of agreements is taken back as a whole, unless something rests on one of them or somebody worked on it."""

from datetime import UTC, datetime
from typing import Any

from tests.office import Office
from tests.partners.projects.research import idea
from tests.partners.publications.press import planned
from tests.partners.registers.registry import PARTNERS, imported, rows, state, workbook, works

HEAD = ("Tərəfdaş", "Sənədin növü", "İmza tarixi", "Bitmə tarixi")
STILL = "register-still-needed"


async def in_force(office: Office) -> tuple[Any, str]:
    """An import with one agreement that is in force until January, and the id of that agreement."""
    await imported(office, workbook(PARTNERS))
    known = await imported(office, workbook([HEAD, ("Universität Bonn", "MoU", "2024", "31.01.2027")]), "agreements")
    (row,) = await rows(office, known["id"], "registered")
    return known, str(row["thing_id"])


async def undone(office: Office, known: Any) -> str:
    await office.does("officer", "UndoImport", id=known["id"], reason="Another department's register")
    await works(office)
    return str((await state(office, known["id"]))["status"])


async def test_what_the_clock_has_said_of_an_agreement_does_not_keep_it(office: Office) -> None:
    known, agreement = await in_force(office)
    await office.waits_until(datetime(2026, 12, 20, 6, 0, tzinfo=UTC))
    assert len(await office.said_about(agreement)) > 1

    assert await undone(office, known) == "undone"


async def test_an_agreement_that_somebody_worked_on_stays(office: Office) -> None:
    known, agreement = await in_force(office)
    await office.does("officer", "RetitleAgreement", id=agreement, title={"az": "Başqa ad"})

    assert await office.refuses("officer", "UndoImport", id=known["id"], reason="No") == STILL


async def test_an_agreement_stays_while_a_book_serves_it(office: Office) -> None:
    known, agreement = await in_force(office)
    book = await planned(office, agreement_id=agreement)

    assert await office.refuses("officer", "UndoImport", id=known["id"], reason="No") == STILL
    await office.does("officer", "WithdrawPublication", id=book["id"], reason="Not written")

    assert await undone(office, known) == "undone"


async def test_an_agreement_stays_while_a_project_rests_on_it(office: Office) -> None:
    known, agreement = await in_force(office)
    await idea(office, agreement_id=agreement)

    assert await office.refuses("officer", "UndoImport", id=known["id"], reason="No") == STILL
