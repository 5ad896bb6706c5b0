"""Old lists of contacts: whose they are, who is known, what waits, and that nobody's name leaves its owner."""

from typing import Any

import pytest

from korpu_partners.imports.kinds.forms import CONTACTS
from korpu_registers.domain.mapping import guess
from korpu_registers.reading.files import head_of, sheet_of
from korpu_registers.reading.words import headings
from tests.office import Office
from tests.partners.registers.registry import PARTNERS, counts, imported, rows, state, text, workbook, works

HEADINGS = {
    "az": "Tərəfdaş|Ad Soyad|Vəzifəsi|Rolu|E-poçt|Telefon",
    "en": "Partner institution|Contact person|Position|Role|E-mail|Phone",
    "ru": "Организация|ФИО|Должность|Роль|Эл. почта|Телефон",
    "de": "Hochschule|Ansprechpartnerin|Funktion|Rolle|Mailadresse|Telefonnummer",
    "es": "Universidad socia|Persona de contacto|Cargo|Responsable de|Correo electrónico|Teléfono",
    "fr": "Université partenaire|Nom et prénom|Fonction|Rôle|Courriel|Téléphone",
}
FIELDS = "partner|name|position|role|email|phone"
HEAD = ("Tərəfdaş", "Ad Soyad", "Vəzifəsi", "Rolu", "E-poçt", "Telefon")
ERIKA = ("Universität Bonn", "Erika Muster", "Leiterin", "Nominierungen", "erika@uni-bonn.de", "0228 73 0")
MARIO = ("Università di Bologna", "Mario Rossi", "", "", "mario@unibo.it", "")


async def contacts_of(office: Office, organisation_id: str) -> list[dict[str, Any]]:
    told = (await office.asks("officer", "POST", "/contacts/read", json={"ids": [organisation_id]})).json()
    [one] = told["organisations"]
    return list(one["contacts"])


async def brought(office: Office, *table: Any, **more: Any) -> Any:
    return await imported(office, text([HEAD, *table]), "contacts", file="contacts.csv", **more)


@pytest.mark.parametrize("language", HEADINGS)
def test_headings_are_known_in_six_languages(language: str) -> None:
    sheet = sheet_of(text([HEADINGS[language].split("|"), ["x"] * 6]), "", "utf-8")

    head = head_of(sheet, frozenset(headings("contacts")))

    assert [each.field for each in guess(CONTACTS, head)] == FIELDS.split("|")


async def test_contacts_come_in_once_each_with_its_ground_and_go_as_a_whole(office: Office) -> None:
    await imported(office, workbook(PARTNERS))

    known = await brought(office, ERIKA, MARIO)
    again = await brought(office, (*MARIO[:3], "koordinator", *MARIO[4:]), ERIKA)
    entered = await rows(office, known["id"], "registered")

    assert (counts(known), counts(again)) == ({"registered": 2}, {"unchanged": 2})
    [erika] = await contacts_of(office, entered[0]["thing_id"])
    assert (erika["name"], erika["role"], erika["phone"]) == ("Erika Muster", "nominations", "+49228730")
    assert (erika["ground"], erika["evidence"]) == ("office", "contacts.csv, 2")
    said = f"{await office.messages_about(known['id'])}{await office.messages_about(entered[0]['thing_id'])}"
    assert not [secret for secret in ("Erika", "erika@", "228730") if secret in said]

    await office.does("officer", "UndoImport", id=known["id"], reason="Another list")
    await works(office)

    assert counts(await state(office, known["id"])) == {"withdrawn": 2}
    assert await contacts_of(office, entered[0]["thing_id"]) == []


async def test_what_cannot_be_taken_waits_and_who_may_be_known_is_offered(office: Office) -> None:
    await imported(office, workbook(PARTNERS))
    await brought(office, ERIKA)

    known = await brought(
        office,
        ("Nobody knows", "Ana Lima", "", "", "ana@x.pt", ""),
        ("Universität Bonn", "", "", "", "", ""),
        ("Universität Bonn", "Bela Kiss", "", "treasurer", "", ""),
        ("Universität Bonn", "Carl Roth", "", "", "a@b.de; c@d.de", ""),
        ("Universität Bonn", "Dora Lang", "", "", "#N/A", ""),
        ("Universität Bonn", "Erika Muster", "Dekanin", "", "erika@uni-bonn.de", ""),
    )

    assert counts(known) == {"needs_repair": 5, "offered": 1}
    found = [[each["code"] for each in row["remarks"]] for row in await rows(office, known["id"], "needs_repair")]
    assert found == [
        ["register-partner-not-known"],
        ["missing-field"],
        ["register-kind-not-known"],
        ["register-several-written"],
        ["register-cell-unreadable"],
    ]
    await office.does("officer", "RegisterPartnerOfRow", id=known["id"], row=2, country="PT")
    await works(office)
    await office.does("officer", "AcceptRow", id=known["id"], row=7)
    assert counts(await state(office, known["id"])) == {"needs_repair": 4, "registered": 2}
