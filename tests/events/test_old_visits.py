"""Old lists of delegations: entered as what they were, known again, and nothing is said of them by the clock."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from korpu_events.imports.kinds.visits import FORM
from korpu_registers.domain.mapping import guess
from korpu_registers.reading.files import head_of, sheet_of
from korpu_registers.reading.words import headings
from tests.office import Office
from tests.partners.registers.registry import counts, imported, rows, state, text, works

HEADINGS = {
    "az": "Nümayəndə heyəti|Təşkilat|İstiqamət|Rəhbərin səviyyəsi|Nəfər|Başlama tarixi|Bitmə tarixi|Status",
    "en": "Delegation|Institution|Direction|Rank|Number of members|Arrival|Departure|Status",
    "ru": "Делегация|Организация|Направление|Уровень главы|Количество|Прибытие|Отъезд|Статус",
    "de": "Besuch|Einrichtung|Richtung|Rang der Leitung|Anzahl|Anreise|Abreise|Stand",
    "es": "Delegación|Institución|Dirección|Rango|Participantes|Llegada|Salida|Estado",
    "fr": "Délégation|Établissement|Sens|Rang du chef|Effectif|Arrivée|Départ|Statut",
}  # fmt: skip
FIELDS = "title|organisation|direction|head_level|members|starts|ends|status"
HEAD = tuple(HEADINGS["az"].split("|"))
KASSEL = (
    "Kassel nümayəndə heyəti",
    "Universität Kassel",
    "gələn",
    "prorektor",
    "4 nəfər",
    "12.05.2018",
    "14.05.2018",
    "",
)


async def kassel(office: Office) -> str:
    names = [{"language": "de", "kind": "label", "text": "Universität Kassel"}]
    heard = {"id": str(uuid4()), "version": 1, "status": "active", "merged_into": None, "names": names}
    await office.hears("partners.organisations.v1", "organisation.registered", heard)
    return str(heard["id"])


def row(**other: str) -> tuple[str, ...]:
    return tuple((dict(zip(FIELDS.split("|"), KASSEL, strict=True)) | other).values())


async def brought(office: Office, *table: Any) -> Any:
    return await imported(office, text([HEAD, *table]), "visits")


async def visit(office: Office, id: str) -> Any:
    return (await office.asks("officer", "GET", f"/visit/{id}")).json()


@pytest.mark.parametrize("language", HEADINGS)
def test_headings_are_known_in_six_languages(language: str) -> None:
    sheet = sheet_of(text([HEADINGS[language].split("|"), ["x"] * 8]), "", "utf-8")

    head = head_of(sheet, frozenset(headings("visits")))

    assert [each.field for each in guess(FORM, head)] == FIELDS.split("|")


async def test_a_visit_of_the_past_is_closed_and_the_clock_says_nothing_of_it(office: Office) -> None:
    partner = await kassel(office)

    known = await brought(office, KASSEL, row(title="Bonn", organisation="", status="baş tutmayıb"))

    assert counts(known) == {"registered": 2}
    held, called_off = [await visit(office, each["thing_id"]) for each in await rows(office, known["id"], "registered")]
    assert (held["status"], held["starts"], held["ends"], held["completed_on"]) == (
        "closed", "2018-05-12", "2018-05-14", "2018-05-14",
    )  # fmt: skip
    assert (held["organisations"], held["head_level"], held["member_count"]) == ([partner], "vice_rector", 4)
    assert (held["code"], called_off["status"]) == ("VIS-2018-001", "cancelled")
    await office.waits_until(office.clock.now() + timedelta(days=1200))
    said = [each["type"] for each in await office.messages_about(held["id"])]
    assert said == ["az.edu.gdu.events.visit.entered.v1"]


async def test_a_second_import_changes_nothing_and_an_undone_one_can_come_again(office: Office) -> None:
    await kassel(office)
    known = await brought(office, KASSEL)
    [told] = await rows(office, known["id"])
    code = (await visit(office, told["thing_id"]))["code"]

    turned = await imported(office, text([HEAD[::-1], KASSEL[::-1]]), "visits", file="again.csv")
    other = await brought(office, row(head_level="rektor"))
    named = await imported(office, text([("Kod", "Başlayır"), (code, "2018-05-12")]), "visits")
    assert (counts(turned), counts(other), counts(named)) == ({"unchanged": 1}, {"offered": 1}, {"unchanged": 1})

    await office.does("officer", "UndoImport", id=known["id"], reason="Another faculty")
    await works(office)

    assert counts(await state(office, known["id"])) == {"withdrawn": 1}
    assert (await visit(office, told["thing_id"]))["status"] == "cancelled"
    assert counts(await brought(office, KASSEL)) == {"registered": 1}


async def test_what_cannot_be_told_waits_with_its_reason(office: Office) -> None:
    await kassel(office)

    known = await brought(
        office,
        row(organisation="Nobody knows"),
        row(direction="sideways"),
        row(head_level="wizard"),
        row(members="many"),
        row(starts="31.02.2018"),
        row(ends="soon"),
        row(status="lost"),
        row(starts="01.09.2030", ends="03.09.2030"),
        row(ends="10.05.2018"),
    )

    found = [(each["field"], each["code"]) for told in await rows(office, known["id"]) for each in told["remarks"][:1]]
    assert found == [
        ("organisation", "register-partner-not-known"),
        ("direction", "register-kind-not-known"),
        ("head_level", "register-kind-not-known"),
        ("members", "wrong-type"),
        ("starts", "no-such-day"),
        ("ends", "malformed-date"),
        ("status", "register-kind-not-known"),
        ("starts", "register-visit-to-come"),
        ("ends", "visit-ends-before-it-starts"),
    ]


async def test_one_column_of_days_is_enough(office: Office) -> None:
    await kassel(office)

    known = await brought(office, row(starts="12–14.05.2018", ends=""), row(starts="3.4.2017", ends=""))

    told = [await visit(office, each["thing_id"]) for each in await rows(office, known["id"], "registered")]
    assert [(each["starts"], each["ends"]) for each in told] == [
        ("2018-05-12", "2018-05-14"), ("2017-04-03", "2017-04-03"),
    ]  # fmt: skip
