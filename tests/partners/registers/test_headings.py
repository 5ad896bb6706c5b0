"""Headings of partners' own lists, in their languages and in two rows: guessed, so that a person has less to say."""

from typing import Any

import pytest

from korpu_partners.imports.kinds.registry import REGISTERS
from korpu_registers.domain.mapping import guess
from korpu_registers.reading.files import head_of, rows_below, sheet_of
from korpu_registers.reading.words import country, headings, meaning
from tests.partners.registers.registry import workbook

ORGANISATIONS = {
    "Universidad de destino|País|Ciudad|Página web|Código Erasmus|Coordinador académico|Correo electrónico|Teléfono":
        "name|country|city|website|erasmus_code|contact|email|phone",
    "Nombre de la institución|País destino|Población|Enlace|Tipo de institución": "name|country|city|website|kind",
    "Nom de l'établissement|Pays d'accueil|Ville|Site internet|Courriel|Responsable|Adresse postale":
        "name|country|city|website|email|contact|address",
    "Name der Partnerhochschule|Gastland|Standort|Internetseite|Ansprechpartnerin|E-Mail|Telefonnummer":
        "name|country|city|website|contact|email|phone",
    "Partner University|Host country|Location|Link|Contact name|Contact email|Erasmus ID":
        "name|country|city|website|contact|email|erasmus_code",
    "Наименование вуза|Страна партнера|Город|Официальный сайт|Ответственное лицо|Электронная почта":
        "name|country|city|website|contact|email",
    "Üniversite adı|Ülke|Şehir|Web sayfası": "name|country|city|",
    "Tərəfdaş / Partner|Ölkə / Country|Şəhər (City)|Veb sayt Website": "name|country|city|website",
}  # fmt: skip
AGREEMENTS = {
    "Universidad contraparte|País|Tipo de convenio|Fecha de firma|Vigente hasta|N° de convenio":
        "partner|country|kind|signed|ends|number",
    "Institución socia|Modalidad|Fecha de suscripción|Inicio de vigencia|Fecha de vencimiento":
        "partner|kind|signed|starts|ends",
    "Établissement partenaire|Nature de l'accord|Date de la signature|Entrée en vigueur|Date d'échéance":
        "partner|kind|signed|starts|ends",
    "Partnerinstitution|Vertragsart|Datum der Unterzeichnung|Vertragsbeginn|Vertragsende|Lfd. Nr.":
        "partner|kind|signed|starts|ends|number",
    "Foreign partner|Type of document|Signing date|Effective date|Expiration date|Ref. No":
        "partner|kind|signed|starts|ends|number",
    "Зарубежный партнер|Тип договора|Дата подписания договора|Действует с|Дата окончания действия|№ п/п":
        "partner|kind|signed|starts|ends|number",
}  # fmt: skip


def guessed(kind: str, *table: Any, merged: Any = ()) -> list[str]:
    """The fields of the columns, as they are guessed from headings alone."""
    content = workbook(table, merged=merged)
    head = head_of(sheet_of(content, "Vərəq1"), frozenset(headings(kind)))
    return [each.field or "" for each in guess(REGISTERS[kind].form, head)]


@pytest.mark.parametrize(("heading", "fields"), ORGANISATIONS.items())
def test_lists_of_partners_are_understood_by_their_headings(heading: str, fields: str) -> None:
    names = heading.split("|")

    assert guessed("organisations", names, ["?"] * len(names)) == fields.split("|")


@pytest.mark.parametrize(("heading", "fields"), AGREEMENTS.items())
def test_lists_of_agreements_are_understood_by_their_headings(heading: str, fields: str) -> None:
    names = heading.split("|")

    assert guessed("agreements", names, ["?"] * len(names)) == fields.split("|")


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Convenio marco", "memorandum"), ("Convenio específico de colaboración", "cooperation"),
        ("Accord-cadre de coopération", "memorandum"), ("Kooperationsvertrag", "cooperation"),
        ("Doble titulación", "joint_programme"), ("Рамочное соглашение", "memorandum"),
        ("Convenio de movilidad estudiantil", "student_exchange"), ("Studierendenaustausch", "student_exchange"),
    ],
)  # fmt: skip
def test_kinds_of_agreements_are_known_in_the_partners_languages(words: str, kind: str) -> None:
    assert meaning("agreement", words) == kind


@pytest.mark.parametrize(
    ("name", "code"),
    [("Alemania", "DE"), ("Estados Unidos", "US"), ("Germania", "DE"), ("Almanya", "DE"), ("Niemcy", "DE")],
)
def test_countries_are_known_in_the_partners_languages(name: str, code: str) -> None:
    assert country(name) == code


TWO_ROWS = (
    ("№", "Tərəfdaş", "", "Müqavilə", "", ""),
    ("", "Adı", "Ölkəsi", "Adı", "Növü", "Tarixi"),
    ("1", "Universität Bonn", "DE", "Mübadilə", "Memorandum", "2012"),
)
OF_TWO_ROWS = ["number", "partner", "country", "title", "kind", "signed"]


def test_the_upper_of_two_headings_says_whose_name_it_is() -> None:
    assert guessed("agreements", *TWO_ROWS) == OF_TWO_ROWS


def test_headings_that_are_merged_over_and_under_one_another_are_one_heading() -> None:
    merged = ["A1:A2", "B1:C1", "D1:F1"]

    assert guessed("agreements", *TWO_ROWS, merged=merged) == [
        "number",
        "partner",
        "country",
        "title",
        "kind",
        "signed",
    ]


def test_the_lower_row_of_a_heading_is_no_row_of_the_table() -> None:
    table = (
        ("№", "Tərəfdaş", "", "Növü", "İmza tarixi"),
        ("", "Adı", "Ölkəsi", "", ""),
        (1, "Bonn", "DE", "MoU", "2012"),
    )
    content = workbook(table)

    head = head_of(sheet_of(content, "Vərəq1"), frozenset(headings("agreements")))

    assert head.headings == ("№", "Adı", "Ölkəsi", "Növü", "İmza tarixi")
    assert [values for _, values in rows_below(sheet_of(content, "Vərəq1"), head.row)] == [
        ["1", "Bonn", "DE", "MoU", "2012"]
    ]
    assert [each.field for each in guess(REGISTERS["agreements"].form, head)] == [
        "number",
        "partner",
        "country",
        "kind",
        "signed",
    ]


def test_a_title_above_a_heading_says_nothing_of_one_column() -> None:
    table = (("Tərəfdaşların müqavilələri", "", ""), ("Adı", "Növü", "Tarixi"), ("Mübadilə", "MoU", "2012"))

    assert guessed("agreements", *table) == ["title", "kind", "signed"]
