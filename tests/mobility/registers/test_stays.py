"""Old lists of stays: who went where, what waits, and that what is long over takes no seat and rings no bell."""

from datetime import timedelta
from typing import Any

import pytest

from korpu_mobility.imports.kinds.stays import FORM
from korpu_registers.domain.mapping import guess
from korpu_registers.reading.files import head_of, sheet_of
from korpu_registers.reading.words import headings
from tests.mobility.conftest import PARTNER, Agreement, Mobility
from tests.partners.registers.registry import counts, imported, rows, state, text, works

HEADINGS = {
    "az": "Ad Soyad|İstiqamət|Qəbul edən universitet|Saziş|Başlama tarixi|Bitmə tarixi|Status|Səviyyə",
    "en": "Student name|Direction|Host university|Agreement|Start date|End date|Status|Study level",
    "ru": "ФИО|Направление|Принимающий вуз|Соглашение|Дата начала|Дата окончания|Статус|Уровень",
    "de": "Studierende|Richtung|Gasthochschule|Abkommen|Anreise|Abreise|Stand|Niveau",
    "es": "Nombre y apellidos|Dirección|Universidad de destino|Convenio|Fecha de inicio|Fecha de fin|Estado|Nivel",
    "fr": "Nom et prénom|Sens|Université d'accueil|Accord|Date de début|Date de fin|Statut|Niveau d'études",
}
FIELDS = "person|direction|partner|agreement|starts|ends|status|level"
HEAD = tuple(HEADINGS["az"].split("|"))
CODE = "SEA-2026-001"
AYSEL = ("Aysel Aliyeva", "gedən", "", CODE, "01.09.2018", "30.01.2019", "", "bakalavr")


async def brought(office: Mobility, *table: Any) -> Any:
    return await imported(office, text([HEAD, *table]), "stays")


def row(**other: str) -> tuple[str, ...]:
    return tuple((dict(zip(FIELDS.split("|"), AYSEL, strict=True)) | other).values())


@pytest.mark.parametrize("language", HEADINGS)
def test_headings_are_known_in_six_languages(language: str) -> None:
    sheet = sheet_of(text([HEADINGS[language].split("|"), ["x"] * 8]), "", "utf-8")

    head = head_of(sheet, frozenset(headings("stays")))

    assert [each.field for each in guess(FORM, head)] == FIELDS.split("|")


async def test_a_stay_of_the_past_is_over_takes_no_seat_of_today_and_rings_no_bell(office: Mobility) -> None:
    agreement = await office.agreement(people_per_year=1)
    person = await office.person()

    known = await brought(office, AYSEL)

    assert counts(known) == {"registered": 1}
    [told] = await rows(office, known["id"], "registered")
    stay = await office.stay({"id": told["thing_id"]})
    assert (stay["status"], stay["person_id"], stay["condition_id"], stay["academic_year"]) == (
        "closed", person, str(agreement.condition_id), "2018/2019",
    )  # fmt: skip
    assert (stay["actual_from"], stay["actual_to"], stay["level"], stay["field"]) == (
        "2018-09-01", "2019-01-30", 6, "9999",
    )  # fmt: skip
    assert stay["postings"] == [
        {"on": str(office.clock.now().date()), "academic_year": "2018/2019", "unit": "person_months", "amount": "5.07"}
    ]
    await office.waits_until(office.clock.now() + timedelta(days=400))
    assert [each["type"] for each in await office.messages_about(stay["id"])] == [
        "az.edu.gdu.mobility.mobility.entered.v1"
    ]
    assert "Aysel" not in f"{await office.messages_about(known['id'])}{await office.messages_about(stay['id'])}"


async def test_who_is_there_today_has_a_seat_and_the_others_stand_in_line(office: Mobility) -> None:
    agreement = await office.agreement(people_per_year=1)
    await office.person()

    known = await brought(office, row(starts="01.09.2026", ends="30.06.2027"))
    [told] = await rows(office, known["id"])
    nominated = await office.nominates(agreement, person_id=await office.person(given_name="Leyla"))

    assert (await office.stay({"id": told["thing_id"]}))["status"] == "arrived"
    assert (await office.stay(nominated))["status"] == "waitlisted"


async def test_a_second_import_changes_nothing_and_an_undone_one_holds_nothing(office: Mobility) -> None:
    await office.agreement()
    await office.person()
    known = await brought(office, AYSEL)
    [told] = await rows(office, known["id"])
    code = (await office.stay({"id": told["thing_id"]}))["code"]

    turned = await imported(office, text([HEAD[::-1], AYSEL[::-1]]), "stays", file="again.csv")
    other = await brought(office, row(ends="30.06.2019"))
    named = await imported(office, text([("Kod", "Faktiki son"), (code, "2019-01-30")]), "stays")
    assert (counts(turned), counts(other), counts(named)) == ({"unchanged": 1}, {"offered": 1}, {"unchanged": 1})

    await office.does("officer", "UndoImport", id=known["id"], reason="Another faculty")
    await works(office)

    assert counts(await state(office, known["id"])) == {"withdrawn": 1}
    stay = await office.stay({"id": told["thing_id"]})
    assert (stay["status"], sum(float(each["amount"]) for each in stay["postings"])) == ("cancelled", 0)
    assert counts(await brought(office, AYSEL)) == {"registered": 1}


async def test_what_cannot_be_told_waits_with_its_reason(office: Mobility) -> None:
    await office.agreement()
    await office.person()
    await office.person(family_name="Quliyeva", birth_date="2001-02-03")
    await office.person(family_name="Quliyeva", birth_date="2002-02-03")

    known = await brought(
        office,
        row(person="Nobody Knows"),
        row(person="Aysel Guliyeva"),
        row(agreement="SEA-1999-001"),
        row(starts="31.02.2018"),
        row(ends=""),
        row(status="lost"),
        row(starts="01.09.2030", ends="30.01.2031"),
        row(level=""),
        row(ends="30.06.2018"),
        row(direction="gələn"),
    )

    found = [(each["field"], each["code"]) for told in await rows(office, known["id"]) for each in told["remarks"][:1]]
    assert found == [
        ("person", "register-person-not-known"),
        ("person", "register-person-uncertain"),
        ("agreement", "register-agreement-of-stay-not-known"),
        ("starts", "no-such-day"),
        ("ends", "missing-field"),
        ("status", "register-kind-not-known"),
        ("starts", "register-stay-to-come"),
        ("level", "missing-field"),
        ("ends", "mobility-dates-reversed"),
        ("partner", "missing-field"),
    ]


async def test_a_stay_under_an_agreement_without_conditions_names_its_partner(office: Mobility) -> None:
    agreement = Agreement(dropped=True)
    await office.tells(agreement, "recorded")
    names = [{"language": "de", "kind": "label", "text": "Universität Kassel"}]
    heard = {"id": str(PARTNER), "version": 1, "status": "active", "merged_into": None, "names": names}
    await office.hears("partners.organisations.v1", "organisation.registered", heard)
    await office.person()

    known = await brought(office, row(partner="UNIVERSITÄT KASSEL"))

    [told] = await rows(office, known["id"])
    stay = await office.stay({"id": told["thing_id"]})
    assert (stay["receiver_id"], stay["kind"], stay["condition_id"]) == (str(PARTNER), "study", str(agreement.id))


async def test_who_is_erased_is_gone_from_rows_of_their_stays(office: Mobility) -> None:
    await office.agreement()
    person = await office.person()
    known = await brought(office, AYSEL)

    await office.does("officer", "ErasePerson", id=person, basis="own_request")

    [told] = await rows(office, known["id"])
    assert told["cells"] == {}
