"""Whom to turn to at a partner, asked at the gateway; and how partners are found by where they stand."""

from datetime import date, timedelta
from typing import Any

import pytest

from tests.gateway.campus import Campus
from tests.gateway.mutations.test_mutations import registered

REACH = """query ($id: ID!, $task: ContactRole) { organisation(id: $id) {
    reach(role: $task) { role level mailbox name organisation { id } } } }"""
FOUND = "query ($filter: OrganisationFilter) { organisations(filter: $filter, first: 100) { nodes { id } } }"
ERIKA: dict[str, Any] = {"name": "Erika Muster", "email": "e@x.org", "ground": "OFFICE", "evidence": "x.org/io"}


async def reach(campus: Campus, caller: str | None, **asked: Any) -> Any:
    answer = await campus.posts(caller, REACH, **asked)
    assert "errors" not in answer, answer
    return answer["data"]["organisation"]["reach"]


async def found(campus: Campus, **filter: Any) -> set[str]:
    answer = await campus.posts("officer", FOUND, filter=filter)
    assert "errors" not in answer, answer
    return {each["id"] for each in answer["data"]["organisations"]["nodes"]}


async def test_the_nearest_contact_answers_and_says_which_level_it_is(campus: Campus) -> None:
    top = await registered(campus)
    unit = await registered(campus, parentId=top["id"])
    await campus.does("officer", "AddContact", id=top["id"], role="COORDINATOR", mailbox="io@example.org")
    await campus.does("officer", "AddContact", id=top["id"], role="RESEARCH", **ERIKA)
    await campus.does("officer", "AddContact", id=unit["id"], role="COORDINATOR", mailbox="unit@example.org")

    told = await reach(campus, "officer", id=unit["id"])
    one = await reach(campus, "officer", id=unit["id"], task="RESEARCH")

    assert [(each["role"], each["level"], each["mailbox"], each["name"]) for each in told] == [
        ("COORDINATOR", "UNIT", "unit@example.org", None),
        ("RESEARCH", "ORGANISATION", None, "Erika Muster"),
    ]
    assert one == told[1:]
    assert one[0]["organisation"] == {"id": unit["id"]}


@pytest.mark.parametrize("role", ["legal", None])
async def test_others_learn_nothing_of_it_and_see_no_error(campus: Campus, role: str | None) -> None:
    known = await registered(campus)
    await campus.does("officer", "AddContact", id=known["id"], role="RESEARCH", mailbox="io@example.org")
    await campus.does("officer", "ActivateOrganisation", id=known["id"])

    assert await reach(campus, role, id=known["id"]) is None


async def test_partners_are_found_by_parent_tag_kind_and_what_is_not_confirmed(campus: Campus) -> None:
    top = await registered(campus)
    unit = await registered(campus, parentId=top["id"], tags=["İKT"], kinds=["DEPARTMENT"])
    tomorrow = (date.today() + timedelta(days=2)).isoformat()  # noqa: DTZ011 -- two days on, it is so in every zone

    assert await found(campus, parent=top["id"]) == {unit["id"]}
    assert unit["id"] in await found(campus, tags=["ikt"], kind=["DEPARTMENT"])
    assert unit["id"] not in await found(campus, tags=["another"])
    assert {top["id"], unit["id"]} <= await found(campus, notConfirmedSince="2026-01-01")

    await campus.does("officer", "ConfirmOrganisation", id=unit["id"])
    assert unit["id"] not in await found(campus, notConfirmedSince="2026-01-01")
    assert unit["id"] in await found(campus, notConfirmedSince=tomorrow)


async def test_partners_are_found_by_whether_they_sleep(campus: Campus) -> None:
    known = await registered(campus)

    assert known["id"] in await found(campus, dormant=False)
    assert known["id"] not in await found(campus, dormant=True)
