"""Old lists of joint projects: entered as what they were, known again, and taken back as a whole."""

from datetime import timedelta
from typing import Any

import pytest

from korpu_partners.imports.kinds.forms import PROJECTS
from korpu_registers.domain.mapping import guess
from korpu_registers.reading.amounts import Unreadable, amount
from korpu_registers.reading.files import head_of, sheet_of
from korpu_registers.reading.words import headings
from tests.office import Office
from tests.partners.registers.registry import PARTNERS, counts, imported, rows, state, text, workbook, works

HEADINGS = {
    "az": "Layihənin adı|Tərəfdaşlar|Koordinator|Fond|Qrant nömrəsi|Büdcə|Başlama tarixi|Bitmə tarixi|Status",
    "en": "Project title|Partners|Coordinator|Funded by|Grant agreement number|Total budget|Start date|End date|Status",
    "ru": "Название проекта|Партнёры|Координатор|Фонд|Номер гранта|Бюджет|Дата начала|Дата окончания|Статус",
    "de": "Projekttitel|Projektpartner|Federführung|Mittelgeber|Förderkennzeichen|Fördersumme|Beginn|Ende|Stand",
    "es": "Título del proyecto|Socios|Coordinador|Financiado por|Número de subvención|Presupuesto|Inicio|Fin|Estado",
    "fr": "Titre du projet|Partenaires|Porteur|Bailleur|Numéro de subvention|Montant|Date de début|Date de fin|Statut",
}  # fmt: skip
FIELDS = "title|partner|coordinator|funder|grant|budget|starts|ends|status"
HEAD = tuple(HEADINGS["az"].split("|"))
BOTH = "Universität Bonn; Università di Bologna"
SOLAR = ("Günəş enerjisi", BOTH, "Universität Bonn", "DAAD", "57-1", "45 000 €", "2015", "2017", "")
RUNNING = ("Su ehtiyatları", "Universität Bonn", "GDU", "DAAD", "57-2", "10.000,50 EUR", "2020", "2099", "icrada")


async def brought(office: Office, *table: Any) -> Any:
    return await imported(office, text([HEAD, *table]), "projects")


async def project(office: Office, id: str) -> Any:
    return (await office.asks("officer", "GET", f"/joint-project/{id}")).json()


@pytest.mark.parametrize("language", HEADINGS)
def test_headings_are_known_in_six_languages(language: str) -> None:
    sheet = sheet_of(text([HEADINGS[language].split("|"), ["x"] * 9]), "", "utf-8")

    head = head_of(sheet, frozenset(headings("projects")))

    assert [each.field for each in guess(PROJECTS, head)] == FIELDS.split("|")


@pytest.mark.parametrize(
    ("written", "beside", "read"),
    [("45 000 €", None, "45000 EUR"), ("1.234,50 EUR", None, "1234.50 EUR"), ("$12,000", None, "12000 USD"),
     ("1 000 000,00 manat", None, "1000000.00 AZN"), ("20000", "avro", "20000 EUR")],
)  # fmt: skip
def test_amounts_are_read_as_people_write_them(written: str, beside: str | None, read: str) -> None:
    number, currency = amount(written, beside)

    assert f"{number} {currency}" == read


@pytest.mark.parametrize("written", ["10-20 EUR", "1,23,456 EUR", "20000", "much"])
def test_an_amount_that_may_be_two_is_none(written: str) -> None:
    with pytest.raises(Unreadable):
        amount(written)


async def test_projects_of_the_past_are_over_and_remind_nobody(office: Office) -> None:
    await imported(office, workbook(PARTNERS))

    known = await brought(office, SOLAR, RUNNING)

    assert counts(known) == {"registered": 2}
    old, running = [await project(office, each["thing_id"]) for each in await rows(office, known["id"], "registered")]
    assert (old["status"], old["starts"], old["ends"], old["closed_on"]) == (
        "closed", "2015-01-01", "2017-12-31", "2017-12-31",
    )  # fmt: skip
    assert [(each["us"], each["role"]) for each in old["partners"]] == [
        (True, "beneficiary"), (False, "coordinator"), (False, "beneficiary"),
    ]  # fmt: skip
    assert (old["budget"], old["grant_number"]) == ({"amount": "45000", "currency": "EUR"}, "57-1")
    assert (running["status"], [each["due"] for each in running["reports"]]) == ("active", ["2099-12-31"])
    await office.waits_until(office.clock.now() + timedelta(days=400))
    assert [each["type"].rsplit(".", 2)[-2] for each in await office.messages_about(old["id"])] == ["entered"]


async def test_a_second_import_changes_nothing_and_an_undone_one_can_come_again(office: Office) -> None:
    await imported(office, workbook(PARTNERS))
    known = await brought(office, SOLAR)
    turned = (SOLAR[0].upper(), *SOLAR[1:4], "", *SOLAR[5:])

    again, other = await brought(office, SOLAR), await brought(office, turned)
    assert (counts(again), counts(other)) == ({"unchanged": 1}, {"offered": 1})

    await office.does("officer", "UndoImport", id=known["id"], reason="Another faculty")
    await works(office)
    assert counts(await state(office, known["id"])) == {"withdrawn": 1}
    assert counts(await brought(office, SOLAR)) == {"registered": 1}


async def test_what_cannot_be_read_waits_with_its_reason(office: Office) -> None:
    await imported(office, workbook(PARTNERS))
    good = dict(zip(FIELDS.split("|"), SOLAR, strict=True))

    known = await brought(
        office,
        *(
            tuple((good | wrong).values())
            for wrong in (
                {"partner": "Nobody knows"},
                {"title": ""},
                {"budget": "lots"},
                {"ends": "soon"},
                {"starts": "", "ends": ""},
                {"status": "ideya"},
                {"starts": "2018", "ends": "2017"},
            )
        ),
    )

    assert counts(known) == {"needs_repair": 7}
    found = [(each["field"], each["code"]) for row in await rows(office, known["id"]) for each in row["remarks"][:1]]
    assert found == [
        ("partner", "register-partner-not-known"),
        ("title", "missing-field"),
        ("budget", "wrong-type"),
        ("ends", "malformed-date"),
        ("status", "missing-field"),
        ("status", "register-kind-not-known"),
        ("ends", "project-ends-before-it-starts"),
    ]


async def test_who_names_a_project_by_its_code_changes_nothing_of_it(office: Office) -> None:
    await imported(office, workbook(PARTNERS))
    known = await brought(office, SOLAR)
    [row] = await rows(office, known["id"])
    code = (await project(office, row["thing_id"]))["code"]

    same = await imported(office, text([("Kod", "Başlıq"), (code, SOLAR[0])]), "projects")
    otherwise = await imported(office, text([("Kod", "Başlıq"), (code, "Külək enerjisi")]), "projects")

    assert (counts(same), counts(otherwise)) == ({"unchanged": 1}, {"offered": 1})
    [told] = await rows(office, otherwise["id"])
    assert (told["offered"], told["remarks"][0]["code"]) == ([row["thing_id"]], "register-says-otherwise")
