"""Out of which thing a new one comes, and so to which story it belongs."""

from typing import Any

import pytest

from korpu_gateway.mutations.story import story_of
from tests.gateway.conftest import Gateway


async def an_office(gateway: Gateway) -> dict[str, Any]:
    """A visit, an agreement and an organisation that the read model knows; each began a story of its own."""
    library = gateway.library
    partner, person = library.organisation(), library.person()
    agreement = library.agreement(partner, conditions=[library.condition(partner["id"])])
    visit = library.visit(partner, agreement, person)
    for kind, state in (("organisation", partner), ("person", person), ("agreement", agreement), ("visit", visit)):
        await gateway.hears(kind, state)
    return {"organisation": partner, "person": person, "agreement": agreement, "visit": visit}


async def test_an_origin_gives_its_story(gateway: Gateway) -> None:
    office = await an_office(gateway)

    story = await story_of(gateway.pool, {"origin": {"kind": "visit", "id": office["visit"]["id"]}})

    assert story == office["visit"]["correlation_id"]


async def test_a_condition_gives_the_story_of_its_agreement(gateway: Gateway) -> None:
    office = await an_office(gateway)
    condition = office["agreement"]["conditions"][0]["id"]

    story = await story_of(gateway.pool, {"person_id": office["person"]["id"], "condition_id": condition})

    assert story == office["agreement"]["correlation_id"]


@pytest.mark.parametrize("bystander", ["organisation", "person"])
async def test_who_takes_part_in_many_stories_gives_none(gateway: Gateway, bystander: str) -> None:
    office = await an_office(gateway)

    assert await story_of(gateway.pool, {f"{bystander}_id": office[bystander]["id"]}) is None


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"origin": None},
        {"origin": {"kind": "letter", "id": "0d8ec5ce-e67f-4a1e-bed4-c9697018519c"}},
        {"origin": {"kind": "visit", "id": "nonsense"}},
        {"visit_id": "5d8208b2-e0a5-4841-af56-493a8c17bbf0"},
        {"condition_id": None},
    ],
    ids=repr,
)
async def test_what_is_not_known_gives_no_story(gateway: Gateway, body: dict[str, Any]) -> None:
    assert await story_of(gateway.pool, body) is None
