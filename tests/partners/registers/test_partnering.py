"""A partner that nobody knew is registered out of a row, or named; all rows that name it follow, and undo knows it."""

from typing import Any

from tests.office import Office
from tests.partners.registers.registry import PARTNERS, counts, imported, rows, state, workbook, works

HEAD = ("№", "Tərəfdaş", "Ölkə", "Sənədin növü", "İmza tarixi", "Bitmə tarixi")


def memorandum(number: int, partner: str, country: str = "Niderland", signed: str = "2012", ends: str = "2015") -> Any:
    return (number, partner, country, "Memorandum", signed, ends)


async def waiting(office: Office) -> Any:
    table = [
        memorandum(1, "Universiteit Leiden"),
        memorandum(2, "UNIVERSITEIT  LEIDEN", "", "2016", "2020"),
        memorandum(3, "Universiteit Leiden", "", "31.02.2015"),
        memorandum(4, "Sapienza", ""),
    ]
    known = await imported(office, workbook([HEAD, *table]), "agreements")
    assert counts(known) == {"needs_repair": 4}
    return known


async def organisation(office: Office, id: str) -> Any:
    return (await office.asks("officer", "GET", f"/organisation/{id}")).json()


async def test_a_partner_is_registered_out_of_a_row_and_all_rows_that_name_it_follow(office: Office) -> None:
    known = await waiting(office)

    answer = await office.does("officer", "RegisterPartnerOfRow", id=known["id"], row=2, city="Leiden")
    await works(office)

    done = await state(office, known["id"])
    assert (answer["status"], done["status"], counts(done)) == ("running", "done", {"registered": 2, "needs_repair": 2})
    (said,) = [each for each in await office.messages_about(known["id"]) if each["type"].endswith("partner_named.v1")]
    made = await organisation(office, said["change"]["organisation_id"])
    assert (made["status"], made["country"], made["city"], made["kinds"]) == (
        "prospect",
        "NL",
        "Leiden",
        ["university"],
    )
    assert said["change"]["rows"] == 3
    left = {each["row"]: each["remarks"][0]["code"] for each in await rows(office, known["id"], "needs_repair")}
    assert left == {4: "no-such-day", 5: "register-partner-not-known"}


async def test_what_a_row_does_not_say_is_asked_for(office: Office) -> None:
    known = await waiting(office)
    given: dict[str, Any] = {"id": known["id"], "row": 5}

    assert await office.refuses("officer", "RegisterPartnerOfRow", **given) == "register-partner-incomplete"
    await office.does("officer", "RegisterPartnerOfRow", **given, country="IT")
    await works(office)

    assert counts(await state(office, known["id"]))["registered"] == 1


async def test_a_row_names_one_that_is_known_by_another_name(office: Office) -> None:
    await imported(office, workbook(PARTNERS))
    known = await waiting(office)
    partner = (await office.asks("officer", "GET", f"/imports/{known['id']}/rows")).json()["rows"][0]
    assert partner["thing_id"] is None
    (first, *_) = await known_partners(office)

    await office.does("officer", "NamePartnerOfRow", id=known["id"], row=3, organisation_id=first)
    await works(office)

    assert counts(await state(office, known["id"])) == {"registered": 2, "needs_repair": 2}
    again = [memorandum(1, "Universiteit Leiden"), memorandum(2, "UNIVERSITEIT  LEIDEN", "", "2016", "2020")]
    assert counts(await imported(office, workbook([HEAD, *again]), "agreements")) == {"unchanged": 2}


async def known_partners(office: Office) -> list[str]:
    """The organisations that an import has made."""
    known = await imported(office, workbook([PARTNERS[0], ("Leiden University", "NL", "Leiden", "")]))
    return [each["thing_id"] for each in await rows(office, known["id"], "registered")]


async def test_a_row_that_waits_for_something_else_has_no_partner_to_register(office: Office) -> None:
    await known_partners(office)
    table = [memorandum(1, "Leiden University", "", "31.02.2015")]
    known = await imported(office, workbook([HEAD, *table]), "agreements")
    given: dict[str, Any] = {"id": known["id"], "row": 2}

    assert await office.refuses("officer", "RegisterPartnerOfRow", **given) == "register-partner-not-missing"
    given["organisation_id"] = await another(office)
    assert await office.refuses("officer", "NamePartnerOfRow", **given) == "register-partner-not-missing"


async def another(office: Office) -> str:
    given: Any = {"names": [{"language": "en", "kind": "label", "text": "Sapienza"}], "kinds": ["university"]}
    made = await office.does("officer", "RegisterOrganisation", scope="foreign", country="IT", **given)
    return str(made["id"])


async def test_an_archived_one_is_neither_registered_again_nor_named(office: Office) -> None:
    (archived,) = await known_partners(office)
    await office.does("officer", "ArchiveOrganisation", id=archived, reason="Closed")
    table = [memorandum(1, "Leiden University")]
    known = await imported(office, workbook([HEAD, *table]), "agreements")
    given: dict[str, Any] = {"id": known["id"], "row": 2}

    assert await office.refuses("officer", "RegisterPartnerOfRow", **given) == "register-partner-like-known"
    assert (
        await office.refuses("officer", "NamePartnerOfRow", **given, organisation_id=archived)
        == "agreement-partner-closed"
    )


async def test_undo_takes_a_partner_back_that_nothing_else_depends_on_and_it_can_come_again(office: Office) -> None:
    known = await waiting(office)
    await office.does("officer", "RegisterPartnerOfRow", id=known["id"], row=2)
    await works(office)
    await office.does("officer", "RegisterPartnerOfRow", id=known["id"], row=5, country="IT")
    await works(office)
    made = [
        each["change"]["organisation_id"]
        for each in await office.messages_about(known["id"])
        if each["type"].endswith("partner_named.v1")
    ]
    await office.does("officer", "ConfirmOrganisation", id=made[1])

    await office.does("officer", "UndoImport", id=known["id"], reason="The wrong book")
    await works(office)

    assert (await state(office, known["id"]))["status"] == "undone"
    assert [(await organisation(office, each))["status"] for each in made] == ["archived", "prospect"]
    again = await imported(office, workbook([HEAD, memorandum(1, "Universiteit Leiden")]), "agreements")
    await office.does("officer", "RegisterPartnerOfRow", id=again["id"], row=2)
    await works(office)
    assert counts(await state(office, again["id"])) == {"registered": 1}
