"""Changes are pushed to those who watch and may read them, and never before they can be read."""

from typing import Any

import pytest

from tests.journeys.days import Calendar
from tests.journeys.office import Office
from tests.journeys.watching import over_events, over_websocket

pytestmark = pytest.mark.journey

ways = pytest.mark.parametrize("watching", [over_websocket, over_events])
CHANGED = "subscription($id: ID) { agreementChanged(id: $id) { version status title { text(lang: AZ) } } }"
READ = "query($id: ID!) { agreement(id: $id) { version status title { text(lang: AZ) } } }"
SAID = "subscription($ids: [ID!]) { changes(ids: $ids) { fact version node { id code } } }"
STAYS = "subscription { mobilityChanged { id status } }"


@ways
def test_who_watches_an_agreement_is_told_of_its_change_and_can_read_it_at_once(office: Office, watching: Any) -> None:
    draft = office.draft(office.partner())
    title = office.named("Memorandum")

    with watching(*office.entrance("officer"), CHANGED, id=draft["id"]) as told:
        done = office.officer.does("RetitleAgreement", id=draft["id"], title={"az": title})
        heard = told()["agreementChanged"]
        read = office.officer.asks(READ, id=draft["id"])["agreement"]

    assert heard == {"version": done["version"], "status": "DRAFT", "title": {"text": title}}
    assert read == heard


@ways
def test_who_watches_from_the_street_hears_of_an_agreement_only_when_it_is_published(
    office: Office, watching: Any
) -> None:
    agreement = office.in_review(office.draft(office.partner()))

    with watching(*office.entrance(None), CHANGED, id=agreement["id"]) as told:
        for step in ("faculty", "partner", "department", "legal", "rectorate"):
            agreement |= office.says_yes(agreement, step)
        office.signs(agreement)
        first = told()["agreementChanged"]

    assert first["status"] == "IN_FORCE"
    assert first["version"] > agreement["version"]


@ways
def test_a_coordinator_is_told_of_the_own_facultys_nominees_only(office: Office, watching: Any) -> None:
    ours, theirs = f"ours-{office.mark}", f"theirs-{office.mark}"
    agreement = office.signed(office.partner())
    us, them = office.person(ours), office.person(theirs)

    with watching(*office.entrance("faculty_coordinator", unit=ours), STAYS) as told:
        office.nominated(agreement, them)
        own = office.nominated(agreement, us)
        first = told()["mobilityChanged"]

    assert first == {"id": own["id"], "status": "NOMINATED"}


def test_what_the_calendar_says_is_pushed_as_well(office: Office, days: Calendar) -> None:
    agreement = office.signed(office.partner(), starts=days.day(3))

    with over_websocket(*office.entrance("auditor"), SAID, ids=[agreement["id"]]) as told:
        days.becomes(days.day(3))
        heard = told()["changes"]

    assert heard["fact"] == "agreement.in_force"
    assert heard["version"] == agreement["version"] + 1
    assert heard["node"] == {"id": agreement["id"], "code": agreement["code"]}


def test_every_version_is_told_once_and_in_order(office: Office) -> None:
    draft = office.draft(office.partner())

    with over_websocket(*office.entrance("auditor"), SAID, ids=[draft["id"]]) as told:
        for _ in range(10):
            office.officer.does("RetitleAgreement", id=draft["id"], title={"az": office.named("Memorandum")})
        heard = [told()["changes"] for _ in range(10)]

    assert [each["version"] for each in heard] == list(range(2, 12))
    assert {each["fact"] for each in heard} == {"agreement.corrected"}
