"""Passports, visas and health notes: who may see them, and how they go."""

from typing import Any
from uuid import UUID, uuid4

import pytest

from tests.mobility.aysel import HEALTH, PASSPORT
from tests.mobility.conftest import Mobility, baku


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
