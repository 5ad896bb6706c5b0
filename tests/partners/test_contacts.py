"""Who may know the persons behind an organisation, and that every look at them is written down."""

from typing import Any

import pytest
from sqlalchemy import select

from korpu_chassis.persistence import store
from tests.office import Office

PERSON: dict[str, Any] = {
    "ground": "office",
    "evidence": "https://uni-konstanz.de/international",
    "role": "nominations",
    "name": "Erika Muster",
    "email": "erika@uni-konstanz.de",
    "phone": "+49 7531 880",
}


async def organisation_of(office: Office, unit: str | None = None) -> str:
    known = await office.does(
        "officer",
        "RegisterOrganisation",
        names=[{"language": "en", "kind": "label", "text": "University of Konstanz"}],
        kinds=["university"],
        scope="foreign",
        country="DE",
        unit=unit,
    )
    await office.does("officer", "AddContact", id=known["id"], **PERSON)
    return str(known["id"])


async def read(office: Office, role: str | None, ids: list[str], **more: Any) -> Any:
    response = await office.asks(role, "POST", "/contacts/read", json={"ids": ids}, **more)
    return response.json()["organisations"] if response.status_code == 200 else response.status_code


async def looks(office: Office) -> list[Any]:
    async with office.database.transaction() as session:
        return list(await session.execute(select(store.read_log.c.subject, store.read_log.c.about)))


@pytest.mark.parametrize("role", ["officer", "head", "auditor"])
async def test_the_department_reads_the_person_behind_a_contact(office: Office, role: str) -> None:
    known = await organisation_of(office)

    [found] = await read(office, role, [known])

    assert found["id"] == known
    assert found["contacts"][0]["name"] == PERSON["name"]
    assert found["contacts"][0]["email"] == PERSON["email"]


async def test_a_contact_has_a_post_that_stays_in_the_house_and_goes_with_the_person(office: Office) -> None:
    known = await organisation_of(office)
    holder = {**PERSON, "position": "Head of the International Office"}
    after = await office.does("officer", "AddContact", id=known, **holder)
    contact = after["state"]["contacts"][-1]["id"]

    [found] = await read(office, "officer", [known])
    await office.does("officer", "EraseContact", id=known, contact_id=contact)
    [forgotten] = await read(office, "officer", [known])

    assert found["contacts"][-1]["position"] == holder["position"]
    assert holder["position"] not in str(await office.messages_about(known))
    assert (forgotten["contacts"][-1]["name"], forgotten["contacts"][-1]["position"]) == (None, None)


async def test_a_look_is_written_down_with_its_purpose(office: Office) -> None:
    known = await organisation_of(office)

    await read(office, "officer", [known])

    assert [(row.subject, str(row.about)) for row in await looks(office)] == [("officer-1", known)]


@pytest.mark.parametrize("role", ["legal", "finance", "student", "staff"])
async def test_to_others_contacts_are_absent_without_a_hint_and_nothing_is_logged(office: Office, role: str) -> None:
    known = await organisation_of(office)

    assert await read(office, role, [known]) == []
    assert await looks(office) == []


async def test_a_coordinator_reads_the_contacts_of_the_own_faculty_alone(office: Office) -> None:
    ours = await organisation_of(office, unit="philology")

    assert len(await read(office, "faculty_coordinator", [ours], units=["philology"])) == 1
    assert await read(office, "faculty_coordinator", [ours], units=["physics"]) == []


async def test_without_a_token_nothing_is_read(office: Office) -> None:
    assert await read(office, None, []) == 401


async def test_a_contact_does_not_end_before_it_begins(office: Office) -> None:
    known = await organisation_of(office)
    about: dict[str, Any] = {
        "id": known,
        "role": "research",
        "mailbox": "r@uni-konstanz.de",
        "valid_from": "2026-10-01",
    }

    reversed_ = await office.refuses("officer", "AddContact", **about, valid_to="2026-09-30")
    added = (await office.does("officer", "AddContact", **about))["state"]["contacts"][-1]
    ended = await office.refuses("officer", "EndContact", id=known, contact_id=added["id"], on="2026-09-30")

    assert {reversed_, ended} == {"contact-ends-before-it-begins"}
