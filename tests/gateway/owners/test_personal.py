"""Persons at the gateway: told by their owner alone, to whom it may, in one batch."""

from typing import Any

import asyncpg
import pytest

from korpu_gateway.reads.kinds import KINDS
from tests.gateway.campus import Campus
from tests.gateway.mutations.test_mutations import NOWHERE, delegation, registered

PEOPLE = "query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Person { code name email birthDate gender } } }"
NAMED = "SELECT count(*) FROM {kind} WHERE doc::text ILIKE '%unverwechselbar%'"
AYSEL = {"kind": "STUDENT", "givenName": "Aysel", "familyName": "Əliyeva", "email": "aysel@gdu.edu.az"}


async def person(campus: Campus, **other: Any) -> str:
    done = await campus.does("officer", "RegisterPerson", **(AYSEL | {"unit": "philology"} | other))
    assert done["__typename"] == "Person", done
    return str(done["id"])


async def people(campus: Campus, role: str | None, ids: list[str], **who: Any) -> Any:
    answer = await campus.posts(role, PEOPLE, ids=ids, **who)
    assert "errors" not in answer, answer
    return answer["data"]["nodes"]


async def looks(campus: Campus, id: str) -> int:
    connection = await asyncpg.connect(campus.databases["mobility"])
    try:
        about = id.partition(":")[2]
        return int(await connection.fetchval("SELECT count(*) FROM read_log WHERE about = $1::uuid", about))
    finally:
        await connection.close()


async def test_an_officer_reads_who_it_is(campus: Campus) -> None:
    id = await person(campus, birthDate="2004-05-06", gender="FEMALE")

    [told] = await people(campus, "officer", [id])

    assert (told["name"], told["email"]) == ("Aysel Əliyeva", "aysel@gdu.edu.az")
    assert (told["birthDate"], told["gender"]) == ("2004-05-06", "FEMALE")


async def test_many_people_are_asked_for_in_one_batch(campus: Campus) -> None:
    ids = [await person(campus) for _ in range(3)]

    told = await people(campus, "officer", ids)

    assert [each["name"] for each in told] == ["Aysel Əliyeva"] * 3
    assert [await looks(campus, id) for id in ids] == [1, 1, 1]


async def test_a_coordinator_of_another_faculty_learns_nothing_and_sees_no_error(campus: Campus) -> None:
    id = await person(campus)

    ours = await people(campus, "faculty_coordinator", [id], units=["philology"])
    theirs = await people(campus, "faculty_coordinator", [id], units=["physics"])

    assert ours[0]["name"] == "Aysel Əliyeva"
    assert theirs == [None]


async def test_a_person_reads_the_own_data(campus: Campus) -> None:
    id = await person(campus)

    [told] = await people(campus, "student", [id], person_id=id.partition(":")[2])

    assert told["email"] == "aysel@gdu.edu.az"


async def test_no_document_of_the_read_model_holds_a_name(campus: Campus) -> None:
    await person(campus, familyName="Unverwechselbar")

    connection = await asyncpg.connect(campus.settings.database)
    found = [await connection.fetchval(NAMED.format(kind=kind)) for kind in KINDS]
    await connection.close()

    assert found == [0] * len(KINDS)


async def test_while_the_owner_is_away_the_rest_of_the_answer_stands(campus: Campus) -> None:
    id = await person(campus)

    async with campus.another(mobility_url=NOWHERE) as gateway:
        answer = await gateway.posts("officer", PEOPLE, ids=[id])

    [told] = answer["data"]["nodes"]
    assert told["code"]
    assert (told["name"], told["email"]) == (None, None)
    assert [each["service"] for each in answer["extensions"]["unavailable"]] == ["mobility"]


@pytest.mark.parametrize(("role", "seen"), [("officer", "Erika Muster"), ("legal", None), (None, None)])
async def test_the_persons_behind_contacts_are_told_to_those_who_may_know(
    campus: Campus, role: str | None, seen: str | None
) -> None:
    known = await registered(campus)
    await campus.does(
        "officer",
        "AddContact",
        id=known["id"],
        role="NOMINATIONS",
        name="Erika Muster",
        email="e@x.org",
        ground="OFFICE",
        evidence="x.org/io",
    )
    await campus.does("officer", "ActivateOrganisation", id=known["id"])

    answer = await campus.posts(
        role,
        "query ($id: ID!) { organisation(id: $id) { contacts { role } contactPeople { name } } }",
        id=known["id"],
    )

    shown = answer["data"]["organisation"]
    assert shown["contacts"] == [{"role": "NOMINATIONS"}]
    assert shown["contactPeople"] == ([{"name": seen}] if seen else None)


async def test_the_members_of_a_delegation_are_told_by_their_owner(campus: Campus) -> None:
    partner = await registered(campus)
    visit = await campus.does("officer", "RequestVisit", **delegation(partner["id"]))
    changed = await campus.does(
        "officer", "ChangeMembers", id=visit["id"], add=[{"name": "Erika Muster", "organisationId": partner["id"]}]
    )
    assert changed["__typename"] == "Visit", changed

    answer = await campus.posts(
        "officer", "query ($id: ID!) { visit(id: $id) { members { name position } } }", id=visit["id"]
    )

    assert answer["data"]["visit"]["members"] == [{"name": "Erika Muster", "position": None}]
