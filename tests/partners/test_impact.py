"""Before an organisation is suspended somebody looks at what goes on with it, under every identity that it has had."""

from typing import Any
from uuid import uuid4

import pytest

from tests.office import Office, Refused
from tests.partners.agreements import history
from tests.partners.letters import post
from tests.partners.projects import research
from tests.partners.test_merging import merge, organisation


async def heard(office: Office, topic: str, status: str, **more: Any) -> str:
    """A visit, a stay or a trip as partners hears of it."""
    kind, id = topic.split(".")[1], str(uuid4())
    days = {"created_at": "2026-09-01T08:00:00Z", "starts": "2026-10-01", "ends": "2026-10-02"}
    state = {"id": id, "version": 1, "status": status, **days, **more}
    await office.hears(topic, f"{kind}.{status}", state)
    return id


async def impact(office: Office, partner: str, role: str = "head") -> Any:
    """What goes on with it, as somebody is told who may read it."""
    return await office.asks(role, "POST", "/organisations/impact/read", json={"ids": [partner]})


async def active(office: Office) -> str:
    """A partner with whom the university works."""
    known = await history.partner(office)
    await office.does("officer", "AddContact", id=known, role="coordinator", mailbox="io@uni-konstanz.de")
    await office.does("officer", "ActivateOrganisation", id=known)
    return known


async def test_a_partner_is_not_suspended_before_somebody_has_seen_what_goes_on_with_it(office: Office) -> None:
    known = await active(office)
    twin = await organisation(office, "Uni Constance")
    agreement = await history.draft(office, known)
    letter = await post.came_in(office, correspondents=[{"organisation_id": twin["id"]}])
    project = await research.idea(office, partners=(await research.shape(office, organisation=known))["partners"])
    visit = await heard(office, "events.visits.v1", "planning", organisations=[twin["id"]])
    stay = await heard(office, "mobility.mobilities.v1", "arrived", receiver_id=known)
    trip = await heard(office, "mobility.trips.v1", "approved", organisation_id=known)
    for topic, over, there in (
        ("events.visits.v1", "closed", {"organisations": [known]}),
        ("mobility.trips.v1", "settled", {"organisation_id": known}),
    ):
        await heard(office, topic, over, **there)
    await merge(office, twin, {"id": known})

    told = (await impact(office, known)).json()["organisations"][0]["impact"]
    with pytest.raises(Refused) as refused:
        await office.does("head", "SuspendOrganisation", id=known, reason="Sanctions")
    after = await office.does("head", "SuspendOrganisation", id=known, reason="Sanctions", impact=told["impact"])

    assert {each["kind"]: (each["id"], each["status"]) for each in told["dependents"]} == {
        "agreement": (agreement["id"], "draft"),
        "letter": (letter["id"], letter["status"]),
        "joint_project": (project["id"], "idea"),
        "visit": (visit, "planning"),
        "mobility": (stay, "arrived"),
        "trip": (trip, "approved"),
    }
    assert (refused.value.code, after["status"]) == ("impact-not-seen", "suspended")
    assert (await history.reload(office, agreement))["status"] == "draft"


async def test_what_goes_on_with_a_partner_is_told_to_those_who_read_it_inside(office: Office) -> None:
    known = await active(office)
    trip = await heard(office, "mobility.trips.v1", "submitted", organisation_id=known)

    [told] = (await impact(office, known, "auditor")).json()["organisations"]
    student = (await impact(office, known, "student")).json()

    assert [each["id"] for each in told["impact"]["dependents"]] == [trip]
    assert student == {"organisations": []}
