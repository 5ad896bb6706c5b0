"""One value is mended in every row that waits with it."""

from typing import Any

from tests.office import Office
from tests.partners.registers.registry import counts, imported, rows, state, workbook, works

HEAD = ("Adı", "Ölkə", "Şəhər")


async def waiting(office: Office) -> Any:
    table = [(f"Univerzita {number}", "Bohemia", "Praha") for number in range(3)]
    return await imported(office, workbook([HEAD, *table, ("Karlova", "BOHEMIA ", ""), ("Bonn", "Ostland", "")]))


async def test_a_value_is_mended_in_all_rows_that_wait_with_it(office: Office) -> None:
    known = await waiting(office)

    await office.does("officer", "RepairRows", id=known["id"], field="country", says="Bohemia", value="CZ")
    await works(office)

    after = await state(office, known["id"])
    assert (after["status"], counts(after)) == ("done", {"registered": 4, "needs_repair": 1})
    assert {each["values"]["country"] for each in await rows(office, known["id"], "registered")} == {"CZ"}
    told = next(each for each in await office.messages_about(known["id"]) if each["type"].endswith("rows_mended.v1"))
    assert told["change"] == {"field": "country", "rows": 4}


async def test_what_is_still_wrong_waits_on(office: Office) -> None:
    known = await waiting(office)

    await office.does("officer", "RepairRows", id=known["id"], field="country", says="Bohemia", value="Böhmen")
    await works(office)

    assert counts(await state(office, known["id"])) == {"needs_repair": 5}


async def test_where_nothing_stands_something_is_put(office: Office) -> None:
    known = await imported(office, workbook([HEAD, ("Karlova", "", "Praha"), ("Univerzita", "", "Brno")]))

    await office.does("officer", "RepairRows", id=known["id"], field="country", says="", value="CZ")
    await works(office)

    assert counts(await state(office, known["id"])) == {"registered": 2}


async def test_mended_rows_come_in_once(office: Office) -> None:
    known = await waiting(office)
    given: dict[str, Any] = {"id": known["id"], "field": "country", "says": "Bohemia", "value": "CZ"}
    await office.does("officer", "RepairRows", **given)
    await works(office)

    assert await office.refuses("officer", "RepairRows", **given) == "register-no-such-value"
    assert counts(await waiting(office)) == {"unchanged": 5}


async def test_a_field_that_the_register_has_not_is_not_mended(office: Office) -> None:
    known = await waiting(office)

    refused = await office.refuses("officer", "RepairRows", id=known["id"], field="isbn", says="Bohemia", value="CZ")

    assert refused == "register-mapping-unclear"
