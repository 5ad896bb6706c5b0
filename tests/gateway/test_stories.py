"""A visit, the memorandum that came of it, its seats, the student: one chain, as far as the reader may see."""

from typing import Any

import orjson

from korpu_chassis.identity.access_tokens import Principal
from tests.gateway.conftest import NOBODY, OFFICER, Gateway
from tests.gateway.shelves import State

STORY = "query ($of: ID!) {story(of: $of) {fact actor nodeId version node {__typename code} change {name value}}}"


async def chain(gateway: Gateway) -> tuple[State, State, State]:
    library = gateway.library
    person, organisation = library.person(), library.organisation("Kassel", status="active")
    agreement = library.agreement(organisation, status="draft", unit="philology")
    visit = library.visit(organisation, agreement, person, status="requested", unit="philology", programme=[])
    agreement["origin"] = {"kind": "visit", "id": visit["id"]}
    mobility = library.mobility(agreement, person, status="nominated", unit="philology")
    stranger = library.agreement(organisation, status="in_force")
    await gateway.hears("person", person)
    await gateway.hears("organisation", organisation)
    await gateway.hears("visit", visit, fact="requested", at="2026-01-01T08:00:00Z")
    await gateway.hears("agreement", agreement, fact="drafted", at="2026-01-02T08:00:00Z")
    signed = agreement | {"version": 2, "status": "in_force"}
    change = {"on": "2026-01-03", "terms_version": 1}
    await gateway.hears("agreement", signed, fact="signed", at="2026-01-03T08:00:00Z", change=change, actor="head-1")
    await gateway.hears("agreement", stranger, fact="drafted", at="2026-01-03T09:00:00Z")
    await gateway.hears("mobility", mobility, fact="nominated", at="2026-01-04T08:00:00Z")
    return visit, agreement, mobility


async def story(gateway: Gateway, of: str, who: Principal = OFFICER) -> Any:
    answer = orjson.loads(await gateway.executed(STORY, who, of=of))
    assert "errors" not in answer
    return answer["data"]["story"]


async def test_the_whole_chain_is_told_from_each_of_its_ends(gateway: Gateway) -> None:
    visit, agreement, mobility = await chain(gateway)

    told = await story(gateway, f"visit:{visit['id']}")

    assert [each["fact"] for each in told] == [
        "visit.requested",
        "agreement.drafted",
        "agreement.signed",
        "mobility.nominated",
    ]
    assert (
        told
        == await story(gateway, f"mobility:{mobility['id']}")
        == await story(gateway, f"agreement:{agreement['id']}")
    )


async def test_an_entry_says_who_did_what_to_which_thing(gateway: Gateway) -> None:
    _, agreement, _ = await chain(gateway)

    signed = (await story(gateway, f"agreement:{agreement['id']}"))[2]

    assert signed["actor"] == "head-1"
    assert signed["nodeId"] == f"agreement:{agreement['id']}"
    assert signed["node"] == {"__typename": "Agreement", "code": agreement["code"]}
    assert signed["change"] == [{"name": "on", "value": "2026-01-03"}, {"name": "terms_version", "value": "1"}]


async def test_the_public_hears_only_what_was_public_when_it_was_said(gateway: Gateway) -> None:
    visit, agreement, _ = await chain(gateway)

    told = await story(gateway, f"agreement:{agreement['id']}", NOBODY)

    assert [(each["fact"], each["actor"], each["change"]) for each in told] == [("agreement.signed", None, [])]
    assert await story(gateway, f"visit:{visit['id']}", NOBODY) is None


async def test_a_thing_that_is_not_there_has_no_story(gateway: Gateway) -> None:
    assert await story(gateway, "agreement:00000000-0000-4000-8000-000000000000") is None
    assert await story(gateway, "nonsense") is None
