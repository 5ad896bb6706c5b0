"""Who may read people, and what is written down of it."""

from typing import Any
from uuid import UUID, uuid4

import pytest

from korpu_mobility.people.api.fields import PersonField
from korpu_mobility.people.policies.erasure import PERSONAL
from tests.mobility.aysel import AYSEL
from tests.mobility.conftest import Mobility, reads


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
        await office.asks(None, "POST", "/mobilities/read", json={"ids": [], "fields": ["reason"]}),
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


async def test_the_reasons_written_about_a_stay_are_read_by_those_whom_they_concern(office: Mobility) -> None:
    person = await office.person()
    stay = await office.nominates(await office.agreement(), person_id=person)
    await office.does("officer", "CancelMobility", id=stay["id"], cause="host", reason="The course is not given")

    question = {"ids": [stay["id"]], "fields": ["reason"]}

    async def read(role: str, **who: Any) -> Any:
        answer = await office.asks(role, "POST", "/mobilities/read", json=question, **who)
        return [each["reason"] for each in answer.json()["mobilities"]]

    assert await read("student", person_id=UUID(person)) == ["The course is not given"]
    assert await read("faculty_coordinator", units=["philology"]) == ["The course is not given"]
    assert await read("faculty_coordinator", units=["physics"]) == []
    assert await read("finance") == []


def test_every_personal_field_can_be_asked_for_by_name_except_the_search_key() -> None:
    assert {field.value for field in PersonField} == {*PERSONAL, "consents"} - {"search_key"}
