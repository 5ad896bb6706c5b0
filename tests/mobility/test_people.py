"""What the office knows of people, who may read it, and how it goes."""

from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select, text

from korpu_mobility.people.erasing import PERSONAL
from korpu_mobility.people.reading import PersonField
from korpu_mobility.people.tables import RestrictedDocument
from tests.mobility.conftest import Mobility, baku
from tests.office import Refused

AYSEL: dict[str, Any] = {
    "kind": "student",
    "unit": "philology",
    "university_number": "GDU-4711",
    "given_name": "Aysel",
    "family_name": "Əliyeva",
    "native_name": "Айсель Алиева",
    "birth_date": "2004-05-06",
    "gender": "female",
    "citizenship": "AZ",
    "education_country": "TR",
    "email": "aysel.aliyeva@gdu.edu.az",
    "phone": "+994502223344",
}
SECRETS = ("Aysel", "liyeva", "Айсель", "4711", "2004-05-06", "aysel.aliyeva", "0502223344", "94502223344")
PASSPORT: dict[str, Any] = {"kind": "passport", "number": "C01234567", "country": "AZ", "expires": "2031-05-06"}
HEALTH: dict[str, Any] = {"kind": "health", "details": "Needs insulin to be kept cool"}
CONSENT: dict[str, Any] = {
    "purpose": "share_with_host",
    "data": ["names"],
    "valid_from": "2026-11-01",
    "evidence": "Signed by Aysel",
}


async def reads(office: Mobility, role: str, ids: list[str], **who: Any) -> list[dict[str, Any]]:
    question: dict[str, Any] = {"ids": ids, "fields": ["given_name", "citizenship"], "purpose": "Letter of invitation"}
    response = await office.asks(role, "POST", "/people/read", json=question, **who)
    assert response.status_code == 200, response.text
    people: list[dict[str, Any]] = response.json()["people"]
    return people


async def test_a_registered_person_is_spoken_of_without_a_name(office: Mobility) -> None:
    person = await office.person(**AYSEL)

    [said] = await office.messages_about(person)

    assert said["type"] == "az.edu.gdu.mobility.person.registered.v1"
    assert (said["state"]["kind"], said["state"]["unit"], said["change"]) == ("student", "philology", {})
    assert not [secret for secret in SECRETS if secret in str(said)]


async def test_the_audit_says_what_was_corrected_but_not_from_what_to_what(office: Mobility) -> None:
    person = await office.person(**AYSEL)

    await office.does("officer", "CorrectPerson", id=person, family_name="Məmmədova", citizenship="GE")

    trail = await office.audit_of(person)
    assert set(trail[1]["changes"]) == {"family_name", "citizenship", "search_key"}
    assert trail[1]["changes"]["family_name"] == ["•", "•"]
    assert not [secret for secret in (*SECRETS, "Məmmədova") if secret in str(trail)]


async def test_a_correction_changes_what_is_given_and_nothing_else(office: Mobility) -> None:
    person = await office.person(**AYSEL)

    await office.does("officer", "CorrectPerson", id=person, citizenship="GE")

    [known] = await reads(office, "officer", [person])
    assert known == {"id": person, "given_name": "Aysel", "citizenship": "GE"}


async def test_a_university_number_belongs_to_one_person(office: Mobility) -> None:
    await office.person(**AYSEL)
    other = await office.person(university_number="GDU-1")

    twin: dict[str, Any] = {"kind": "student", "given_name": "A", "family_name": "B", "university_number": "GDU-4711"}
    registering = await office.refuses("officer", "RegisterPerson", **twin)
    correcting = await office.refuses("officer", "CorrectPerson", id=other, university_number="GDU-4711")

    assert (registering, correcting) == ("person-number-taken", "person-number-taken")


async def test_somebody_of_the_same_name_and_birth_date_is_offered_and_not_joined(office: Mobility) -> None:
    first = await office.does("officer", "RegisterPerson", **AYSEL | {"university_number": None})

    second = await office.does("officer", "RegisterPerson", **AYSEL | {"university_number": None})

    [warning] = second["warnings"]
    assert warning["code"] == "person-may-be-known"
    assert first["state"]["code"] in warning["message"]
    assert second["id"] != first["id"]


@pytest.mark.parametrize(
    ("role", "who", "expected"),
    [
        ("officer", {}, 2),
        ("head", {}, 2),
        ("auditor", {}, 2),
        ("faculty_coordinator", {"units": ["philology"]}, 1),
        ("faculty_coordinator", {"units": ["physics"]}, 0),
        ("faculty_coordinator", {}, 0),
        ("legal", {}, 0),
        ("finance", {}, 0),
        ("rectorate", {}, 0),
        ("student", {}, 0),
        ("student", {"person_id": "themselves"}, 1),
    ],
)
async def test_people_are_read_under_the_callers_own_authority(
    office: Mobility, role: str, who: dict[str, Any], expected: int
) -> None:
    of_philology, of_history = await office.person(), await office.person(unit="history")
    if "person_id" in who:
        who = {"person_id": UUID(of_philology)}

    people = await reads(office, role, [of_philology, of_history, str(uuid4())], **who)

    assert [person["id"] for person in people] == [of_philology, of_history][:expected] or expected == 2
    assert len(people) == expected


async def test_nobody_reads_people_without_a_token(office: Mobility) -> None:
    person = await office.person()
    question: dict[str, Any] = {"ids": [person], "fields": ["given_name"]}

    answers = [
        await office.asks(None, "POST", "/people/read", json=question),
        await office.asks(None, "POST", "/people/find", json={"text": "Aysel"}),
        await office.asks(None, "POST", f"/person/{person}/documents", json={"purpose": "None"}),
        await office.asks(None, "GET", f"/person/{person}/access-log"),
        await office.asks(None, "GET", "/people/statistics"),
        await office.asks(None, "POST", "/mobilities/read", json={"ids": []}),
    ]

    assert [answer.status_code for answer in answers] == [401] * 6


async def test_every_look_at_somebody_is_written_down_and_the_person_may_see_it(office: Mobility) -> None:
    person = await office.person()
    await reads(office, "faculty_coordinator", [person], units=["philology"], subject="leyla")
    await reads(office, "faculty_coordinator", [person], units=["physics"], subject="nosy")

    log = (await office.asks("student", "GET", f"/person/{person}/access-log", person_id=UUID(person))).json()

    assert [(look["subject"], look["fields"], look["purpose"]) for look in log] == [
        ("leyla", ["citizenship", "given_name"], "Letter of invitation")
    ]


async def test_the_access_log_is_hidden_from_those_whom_it_watches(office: Mobility) -> None:
    person = await office.person()

    answer = await office.asks("officer", "GET", f"/person/{person}/access-log")

    assert answer.status_code == 404


@pytest.mark.parametrize("question", [
    {"ids": [], "fields": []},
    {"ids": ["no-uuid"], "fields": ["given_name"]},
    {"ids": [], "fields": ["passport"]},
    {"ids": [], "fields": ["given_name"], "everything": True},
    {"ids": ["0198a5c0-0000-7000-8000-00000000beef"] * 501, "fields": ["given_name"]},
])  # fmt: skip
async def test_a_malformed_question_is_refused(office: Mobility, question: dict[str, Any]) -> None:
    assert (await office.asks("officer", "POST", "/people/read", json=question)).status_code == 422


@pytest.mark.parametrize("text", ["Aliyeva", "aysel əliyeva", "АЛИЕВА", "GDU-4711", "alIyeva aysel"])
async def test_a_person_is_found_in_any_script(office: Mobility, text: str) -> None:
    person = await office.person(**AYSEL)
    await office.person(given_name="Rəşad", family_name="Quliyev")

    found = await office.asks("officer", "POST", "/people/find", json={"text": text})

    assert found.json() == {"ids": [person]}


async def test_a_coordinator_finds_only_the_own_units_people(office: Mobility) -> None:
    await office.person(**AYSEL)

    found = await office.asks("faculty_coordinator", "POST", "/people/find", json={"text": "Aysel"}, units=["physics"])

    assert found.json() == {"ids": []}


async def test_signs_without_a_letter_find_nobody(office: Mobility) -> None:
    await office.person(**AYSEL)

    assert (await office.asks("officer", "POST", "/people/find", json={"text": "%_"})).json() == {"ids": []}


async def documents(office: Mobility, role: str, person: str, **who: Any) -> Any:
    path = f"/person/{person}/documents"
    return await office.asks(role, "POST", path, json={"purpose": "Visa support letter"}, **who)


@pytest.mark.parametrize(("role", "kinds"), [("officer", ["health", "passport"]), ("auditor", ["passport"])])
async def test_each_restricted_document_has_its_own_permission(office: Mobility, role: str, kinds: list[str]) -> None:
    person = await office.person()
    await office.does("officer", "RecordDocument", id=person, **PASSPORT)
    await office.does("officer", "RecordDocument", id=person, **HEALTH)

    answer = await documents(office, role, person)

    assert sorted(each["kind"] for each in answer.json()["documents"]) == kinds


async def test_nobody_else_learns_that_there_is_a_restricted_file(office: Mobility) -> None:
    person = await office.person()
    await office.does("officer", "RecordDocument", id=person, **PASSPORT)

    hidden = await documents(office, "faculty_coordinator", person, units=["philology"])
    absent = await documents(office, "faculty_coordinator", str(uuid4()), units=["philology"])

    assert hidden.status_code == absent.status_code == 404
    assert hidden.json()["detail"] == absent.json()["detail"]


async def test_a_person_keeps_the_own_documents_and_reads_them(office: Mobility) -> None:
    person = await office.person()
    who: dict[str, Any] = {"person_id": UUID(person)}
    await office.does("student", "RecordDocument", id=person, by=who, **HEALTH)

    answer = await documents(office, "student", person, **who)

    assert answer.json()["documents"][0]["details"] == HEALTH["details"]


async def test_what_is_in_the_restricted_file_is_neither_said_nor_audited(office: Mobility) -> None:
    person = await office.person()

    await office.does("officer", "RecordDocument", id=person, **HEALTH)

    books = str(await office.messages_about(person)) + str(await office.audit_of(person))
    assert "insulin" not in books
    assert "health" not in books


async def test_a_document_goes_by_itself_when_its_retention_ends(office: Mobility) -> None:
    person = await office.person()
    await office.does("officer", "RecordDocument", id=person, **PASSPORT)
    await office.does("officer", "RecordDocument", id=person, **HEALTH)

    await office.waits_until(baku(2027, 11, 24, 9))

    assert [each["kind"] for each in (await documents(office, "officer", person)).json()["documents"]] == ["passport"]
    assert await office.said_about(person) == ["registered", *["file_changed"] * 3]


async def test_a_consent_is_taken_back_once(office: Mobility) -> None:
    person = await office.person()
    await office.does("officer", "RecordConsent", id=person, **CONSENT)
    question: dict[str, Any] = {"ids": [person], "fields": ["consents"]}
    [known] = (await office.asks("officer", "POST", "/people/read", json=question)).json()["people"]
    consent: dict[str, Any] = {"id": person, "consent_id": known["consents"][0]["id"]}

    await office.does("student", "WithdrawConsent", by={"person_id": UUID(person)}, **consent)

    assert await office.refuses("officer", "WithdrawConsent", **consent) == "person-consent-unknown"
    assert (await office.messages_about(person))[-1]["change"] == {"purpose": "share_with_host"}


async def test_a_consent_that_ends_before_it_begins_is_refused(office: Mobility) -> None:
    person = await office.person()
    given: dict[str, Any] = CONSENT | {"valid_to": "2026-10-31"}

    assert await office.refuses("officer", "RecordConsent", id=person, **given) == "person-consent-dates-reversed"


async def everything_kept(office: Mobility) -> str:
    """All that the database holds, as one text."""
    async with office.database.transaction() as session:
        tables = await session.scalars(text("select tablename from pg_tables where schemaname = 'public'"))
        rows = [
            await session.scalars(text(f'select cast(to_jsonb(t) as text) from "{name}" t'))  # noqa: S608 -- our own names
            for name in tables
        ]
        return "\n".join(line for found in rows for line in found)


async def test_an_erased_person_is_gone_from_every_table_and_the_statistics_stand(office: Mobility) -> None:
    agreement = await office.agreement(people_per_year=2)
    person = await office.person(**AYSEL)
    await office.does("officer", "RecordDocument", id=person, **PASSPORT)
    await office.does("officer", "RecordConsent", id=person, **CONSENT)
    stay = await office.nominates(agreement, person_id=person, language_level="C1")
    await office.does("officer", "CancelMobility", id=stay["id"], cause="own_wish", reason="Aysel is getting married")
    await reads(office, "officer", [person])
    statistics = (await office.asks("officer", "GET", "/people/statistics")).json()
    assert [secret for secret in SECRETS if secret in await everything_kept(office)] != []

    await office.does("officer", "ErasePerson", id=person, basis="own_request")

    kept = await everything_kept(office)
    assert not [secret for secret in (*SECRETS, "C01234567", "married", 'C1"') if secret in kept]
    assert (await office.asks("officer", "GET", "/people/statistics")).json() == statistics
    assert statistics == [
        {"kind": "student", "gender": "female", "citizenship": "AZ", "education_country": "TR", "people": 1}
    ]
    assert (await office.stay(stay))["person_id"] == person
    assert (await office.messages_about(person))[-1]["type"] == "az.edu.gdu.mobility.person.erased.v1"


async def test_erasing_cancels_stays_that_have_not_begun_and_leaves_those_that_were(office: Mobility) -> None:
    agreement = await office.agreement(people_per_year=1)
    person = await office.person()
    over = await office.brings(await office.nominates(agreement, person_id=person), "closed")
    later: dict[str, Any] = {"academic_year": "2027/2028", "planned_from": "2027-09-15", "planned_to": "2028-01-31"}
    open_stay = await office.nominates(agreement, person_id=person, **later)
    waiting = await office.nominates(agreement, **later)

    await office.does("head", "ErasePerson", id=person, basis="own_request")

    assert (await office.stay(over))["status"] == "closed"
    cancelled = await office.stay(open_stay)
    assert (cancelled["status"], cancelled["cause"]) == ("cancelled", "erased")
    assert (await office.stay(waiting))["status"] == "offered"


async def test_nothing_more_happens_with_an_erased_person(office: Mobility) -> None:
    agreement = await office.agreement()
    person = await office.person()
    await office.does("officer", "ErasePerson", id=person, basis="own_request")

    codes = [
        await office.refuses("officer", "ErasePerson", id=person, basis="own_request"),
        await office.refuses("officer", "CorrectPerson", id=person, given_name="Aysel"),
        await office.refuses("officer", "RecordConsent", id=person, **CONSENT),
        await office.refuses("officer", "WithdrawConsent", id=person, consent_id=str(uuid4())),
        await office.refuses("officer", "RecordDocument", id=person, **PASSPORT),
        await office.refuses_nomination(agreement, person_id=person),
    ]

    assert codes == [*["wrong-status"] * 5, "person-erased"]


async def test_the_reasons_written_about_a_stay_are_read_by_those_whom_they_concern(office: Mobility) -> None:
    person = await office.person()
    stay = await office.nominates(await office.agreement(), person_id=person)
    await office.does("officer", "CancelMobility", id=stay["id"], cause="host", reason="The course is not given")

    async def read(role: str, **who: Any) -> Any:
        answer = await office.asks(role, "POST", "/mobilities/read", json={"ids": [stay["id"]]}, **who)
        return [each["reason"] for each in answer.json()["mobilities"]]

    assert await read("student", person_id=UUID(person)) == ["The course is not given"]
    assert await read("faculty_coordinator", units=["philology"]) == ["The course is not given"]
    assert await read("faculty_coordinator", units=["physics"]) == []
    assert await read("finance") == []


async def test_a_key_used_twice_registers_one_person(office: Mobility) -> None:
    once = await office.does("officer", "RegisterPerson", idempotency_key="k-1", **AYSEL)

    again = await office.does("officer", "RegisterPerson", idempotency_key="k-1", **AYSEL)

    assert again == once
    with pytest.raises(Refused, match="idempotency-key-reused"):
        await office.does("officer", "RegisterPerson", idempotency_key="k-1", **AYSEL | {"given_name": "Leyla"})


def test_every_personal_field_can_be_asked_for_by_name_except_the_search_key() -> None:
    assert {field.value for field in PersonField} == {*PERSONAL, "consents"} - {"search_key"}


async def test_documents_are_destroyed_with_the_person(office: Mobility) -> None:
    person = await office.person()
    await office.does("officer", "RecordDocument", id=person, **PASSPORT)

    await office.does("officer", "ErasePerson", id=person, basis="court_or_authority")

    async with office.database.transaction() as session:
        assert (await session.scalars(select(RestrictedDocument))).all() == []
