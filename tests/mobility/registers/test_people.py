"""Old lists of people: who they name, who is known already, what waits, and how they are forgotten again."""

from typing import Any

import pytest
from sqlalchemy import text as sql

from korpu_mobility.imports.kinds.people import FORM
from korpu_registers.domain.mapping import guess
from korpu_registers.reading.files import head_of, sheet_of
from korpu_registers.reading.words import headings
from tests.mobility.conftest import Mobility
from tests.partners.registers.registry import begun, counts, imported, previewed, rows, state, text, works

HEADINGS = {
    "az": "Tələbə nömrəsi|Soyadı|Adı|Növ|Fakültə|Doğum tarixi|Cinsi|Vətəndaşlığı|E-poçt|Telefon",
    "en": "Student ID|Surname|First name|Category|Faculty|Date of birth|Gender|Nationality|E-mail|Phone",
    "ru": "Номер студента|Фамилия|Имя|Категория|Факультет|Дата рождения|Пол|Гражданство|Эл. почта|Телефон",
    "de": "Matrikelnummer|Nachname|Vorname|Kategorie|Fakultät|Geburtsdatum|Geschlecht|Nationalität|E-Mail|Handy",
    "es": "Número de matrícula|Apellidos|Nombre|Tipo|Facultad|Fecha de nacimiento|Sexo|Nacionalidad|Correo|Teléfono",
    "fr": "Numéro d'étudiant|Nom|Prénom|Catégorie|Faculté|Date de naissance|Sexe|Nationalité|Courriel|Téléphone",
}  # fmt: skip
FIELDS = "number|family_name|given_name|kind|unit|birth_date|gender|citizenship|email|phone"
HEAD = ("Tələbə nömrəsi", "Soyadı", "Adı", "Növ", "Doğum tarixi", "Cinsi", "Vətəndaşlığı", "E-poçt", "Telefon")
AYSEL = ("S-17", "Əliyeva", "Aysel", "tələbə", "05.04.2003", "q", "Azərbaycan", "aysel@gdu.edu.az", "050 212 34 56")
ELVIN = ("", "Quliyev", "Elvin", "müəllim", "1975-11-30", "kişi", "AZ", "", "")
BELA = ("", "Kiss", "Bela", "alumni club", "", "", "", "", "")
SECRETS = ("Aysel", "Əliyeva", "S-17", "aysel@gdu.edu.az", "2123456")
NAMES = ["given_name", "family_name", "birth_date", "gender", "citizenship", "phone", "university_number"]


async def people_of(office: Mobility, known: Any, *fields: str) -> list[dict[str, Any]]:
    """Who came of an import, as the office reads them."""
    ids = [each["thing_id"] for each in await rows(office, known["id"], "registered")]
    question = {"ids": ids, "fields": list(fields or NAMES), "purpose": "Old list"}
    told = (await office.asks("officer", "POST", "/people/read", json=question)).json()["people"]
    return sorted(({**each} for each in told), key=lambda each: ids.index(each["id"]))


async def left(office: Mobility) -> str:
    """All that the tables of registers still say."""
    async with office.database.transaction() as session:
        found = await session.scalars(sql("SELECT cells::text || mended::text || remarks::text FROM register_row"))
        return "".join(found)


@pytest.mark.parametrize("language", HEADINGS)
def test_headings_are_known_in_six_languages(language: str) -> None:
    sheet = sheet_of(text([HEADINGS[language].split("|"), ["x"] * 10]), "", "utf-8")

    head = head_of(sheet, frozenset(headings("people")))

    assert [each.field for each in guess(FORM, head)] == FIELDS.split("|")


async def test_a_list_of_people_is_entered_and_spoken_of_without_a_name(office: Mobility) -> None:
    known = await imported(office, text([HEAD, AYSEL, ELVIN]), "people")

    assert counts(known) == {"registered": 2}
    [aysel, elvin] = await people_of(office, known)
    assert {name: aysel[name] for name in NAMES} == {
        "given_name": "Aysel", "family_name": "Əliyeva", "birth_date": "2003-04-05", "gender": "female",
        "citizenship": "AZ", "phone": "+994502123456", "university_number": "S-17",
    }  # fmt: skip
    assert (elvin["family_name"], elvin["birth_date"], elvin["gender"]) == ("Quliyev", "1975-11-30", "male")
    said = [*await office.messages_about(known["id"]), *await office.messages_about(aysel["id"])]
    trail = [*await office.audit_of(known["id"]), *await office.audit_of(aysel["id"])]
    assert not [secret for secret in SECRETS if secret in f"{said}{trail}"]


@pytest.mark.parametrize(
    ("heading", "written", "given", "family"),
    [
        ("S.A.A.", "Məmmədov Elçin Rəşid oğlu", "Elçin Rəşid oğlu", "Məmmədov"),
        ("ФИО", "Мамедова Лейла", "Лейла", "Мамедова"),
        ("Full name", "Anna Schmidt", "Anna", "Schmidt"),
        ("Nombre y apellidos", "García Lorca, Federico", "Federico", "García Lorca"),
        ("Full name", "Sukarno", None, "Sukarno"),
    ],
)
async def test_one_cell_may_hold_both_names(
    office: Mobility, heading: str, written: str, given: str | None, family: str
) -> None:
    known = await imported(office, text([(heading, "Növ"), (written, "student")]), "people")

    [person] = await people_of(office, known)
    assert (person["given_name"], person["family_name"]) == (given, family)


async def test_the_name_of_the_file_says_what_its_people_are(office: Mobility) -> None:
    content = text([("Soyadı", "Adı"), ("Əliyeva", "Aysel")])

    bare = await begun(office, content, "people")
    code = await office.refuses("officer", "PreviewImport", id=bare["id"])
    known = await imported(office, content, "people", file="Tələbələr 2019.csv")

    assert code == "register-field-unmapped"
    [person] = await people_of(office, known, "given_name")
    assert person["given_name"] == "Aysel"


async def test_every_cell_that_cannot_be_taken_waits_with_its_reason(office: Mobility) -> None:
    head = ("Full name", "Növ", "Doğum tarixi", "E-poçt", "Vətəndaşlığı")
    bad = [
        ("Ana María García López", "student", "", "", ""),
        ("Anna Schmidt", "alumni club", "", "", ""),
        ("Bela Kiss", "student", "1999", "", ""),
        ("Carl Roth", "student", "01.01.2031", "", ""),
        ("Dora Lang", "student", "", "a@b.de; c@d.de", ""),
        ("Emil Berg", "student", "", "", "Atlantis"),
    ]

    known = await previewed(office, text([head, *bad]), "people")

    assert counts(known) == {"needs_repair": 6}
    found = [[(each["field"], each["code"]) for each in row["remarks"]] for row in await rows(office, known["id"])]
    assert found == [
        [("full_name", "register-name-not-parted")],
        [("kind", "register-kind-not-known"), ("kind", "missing-field")][:1],
        [("birth_date", "register-birth-not-exact")],
        [("birth_date", "person-born-in-the-future")],
        [("email", "register-several-written")],
        [("citizenship", "unknown-country")],
    ]


async def test_a_mended_row_is_entered(office: Mobility) -> None:
    content = text([("Full name", "Növ"), ("Ana María García López", "student")])
    known = await imported(office, content, "people")

    mended = [{"field": "full_name", "value": "García López, Ana María"}]
    await office.does("officer", "RepairRow", id=known["id"], row=2, values=mended)

    [person] = await people_of(office, known)
    assert (person["given_name"], person["family_name"]) == ("Ana María", "García López")


async def test_who_may_be_known_is_offered_and_one_of_both_is_said(office: Mobility) -> None:
    aysel = await office.person(given_name="Aysel", family_name="Əliyeva", birth_date="2003-04-05")
    head = ("Soyadı", "Adı", "Doğum tarixi", "Növ")
    content = text(
        [
            head,
            ("Aliyeva", "Aysel", "05.04.2003", "student"),
            ("Əliyeva", "Aysel", "06.04.2003", "student"),
            ("Алиева", "Айсель", "", "staff"),
        ]
    )

    known = await imported(office, content, "people")

    assert counts(known) == {"offered": 2, "registered": 1}
    assert [each["offered"] for each in await rows(office, known["id"], "offered")] == [[aysel], [aysel]]
    await office.does("officer", "JoinRow", id=known["id"], row=2, same_as=aysel)
    await office.does("officer", "AcceptRow", id=known["id"], row=4)
    assert counts(await state(office, known["id"])) == {"joined": 1, "registered": 2}


async def test_one_number_twice_in_a_file_is_one_person(office: Mobility) -> None:
    other = ("S-17", "Əliyeva", "A.", "tələbə", "", "", "", "", "")

    known = await imported(office, text([HEAD, AYSEL, other]), "people")

    assert counts(known) == {"registered": 1, "offered": 1}


async def test_who_is_known_as_the_row_says_stays_as_they_are(office: Mobility) -> None:
    first = await imported(office, text([HEAD, AYSEL]), "people")
    [row] = await rows(office, first["id"])
    code = (await office.asks("officer", "GET", f"/person/{row['thing_id']}")).json()["code"]
    turned = (("Kod", *HEAD[1:4]), (code, *AYSEL[1:4]))

    again = await imported(office, text(turned), "people")

    assert counts(again) == {"unchanged": 1}
    [told] = await rows(office, again["id"])
    assert told["thing_id"] == row["thing_id"]


async def test_an_import_that_is_undone_forgets_its_people_and_counts_none(office: Mobility) -> None:
    known = await imported(office, text([HEAD, AYSEL, ELVIN, BELA]), "people")
    [first, *_] = await rows(office, known["id"])
    await office.does("officer", "DismissRow", id=known["id"], row=4)

    await office.does("officer", "UndoImport", id=known["id"], reason="Wrong list")
    await works(office)

    assert counts(await state(office, known["id"])) == {"withdrawn": 2, "dismissed": 1}
    person = (await office.asks("officer", "GET", f"/person/{first['thing_id']}")).json()
    assert person["status"] == "erased"
    assert (await office.asks("officer", "GET", "/people/statistics")).json() == []
    assert not [secret for secret in SECRETS if secret in await left(office)]


async def test_people_of_whom_something_was_said_since_are_not_taken_back(office: Mobility) -> None:
    known = await imported(office, text([HEAD, AYSEL]), "people")
    [row] = await rows(office, known["id"])
    await office.does("officer", "CorrectPerson", id=row["thing_id"], citizenship="GE")

    code = await office.refuses("officer", "UndoImport", id=known["id"], reason="Wrong list")

    assert code == "register-still-needed"


async def test_who_is_erased_is_gone_from_every_row(office: Mobility) -> None:
    aysel = await office.person(given_name="Aysel", family_name="Əliyeva", email="aysel@gdu.edu.az")
    head = ("Soyadı", "Adı", "Növ", "E-poçt", "Qeyd")
    content = text(
        [
            head,
            ("Əliyeva", "Aysel", "staff", "", ""),
            ("Quliyev", "Elvin", "staff", "", "bacısı: AYSEL@gdu.edu.az"),
        ]
    )
    known = await imported(office, content, "people")
    assert counts(known) == {"offered": 1, "registered": 1}

    await office.does("officer", "ErasePerson", id=aysel, basis="own_request")

    said = await left(office)
    assert "Aysel" not in said
    assert "AYSEL" not in said
    assert "Quliyev" in said


async def test_rows_of_people_are_for_those_who_work_with_them(office: Mobility) -> None:
    known = await previewed(office, text([HEAD, AYSEL]), "people")

    answers = [
        (await office.asks(role, "GET", f"/imports/{known['id']}/rows")).status_code
        for role in ("officer", "head", "auditor", "faculty_coordinator")
    ]

    assert answers == [200, 200, 403, 403]
    assert (await office.asks("auditor", "GET", f"/register-import/{known['id']}")).status_code == 200
