"""The head is away for some days: a deputy says yes in the head's place, everywhere, and the audit says so."""

from typing import Any

import httpx
import pytest

from korpu_local.portal import Portal, Refused
from korpu_local.stack import Stack
from tests.journeys.absences import a_head
from tests.journeys.office import Office, Thing
from tests.journeys.patience import eventually

pytestmark = pytest.mark.journey

ME = "query { viewer { deputyFor roles } }"
SHOWN = "query($id: ID!) { node(id: $id) { availableActions } viewer { tasks(first: 100) { nodes { thingId what } } } }"
LISTED = "query($by: String!) { deputyships(filter: {deputy: [$by]}) { nodes { status head deputy } } }"


def both(office: Office) -> tuple[Portal, Portal]:
    """A head and an officer who belong to one test alone."""
    return a_head(office), office.as_role("officer", subject=f"deputy-{office.mark}")


def acts(portal: Portal, *, now: bool) -> None:
    """Wait until the portal knows whether somebody acts in the head's place."""
    eventually(lambda: portal.asks(ME)["viewer"]["deputyFor"], lambda head: bool(head) == now)


def sees(portal: Portal, thing: Thing, action: str) -> tuple[bool, bool]:
    """Whether somebody sees the button, and the task."""
    told = portal.asks(SHOWN, id=thing["id"])
    tasks = [each["thingId"] for each in told["viewer"]["tasks"]["nodes"] if action in each["what"]]
    return action in told["node"]["availableActions"], thing["id"] in tasks


def done(portal: Portal, command: str, **given: Any) -> None:
    """Give a command to an owner who may not have heard yet in whose place it is given."""

    def is_done() -> bool:
        try:
            return bool(portal.does(command, **given))
        except Refused as refused:
            if refused.code != "forbidden":
                raise
            return False

    eventually(is_done)


def audit(product: Stack, service: str, thing: Thing) -> dict[str, Any]:
    """The last line of the audit of a thing, as its owner tells it to the auditor."""
    kind, _, id = thing["id"].partition(":")
    headers = {"authorization": f"Bearer {product.token('auditor')}"}
    answer = httpx.get(f"{product.url(service)}/{kind.replace('_', '-')}/{id}/audit", headers=headers)
    last: dict[str, Any] = answer.raise_for_status().json()[-1]
    return last


def test_a_deputy_says_yes_in_the_heads_place_until_the_last_day(office: Office, product: Stack) -> None:
    head, deputy = both(office)
    agreement = office.in_review(office.draft(office.partner()), "faculty")
    visit, later = office.visit(), office.visit()
    trip = office.trip(office.person(kind="staff"))
    office.officer.does("SubmitTrip", id=trip["id"])
    for each in (visit, later):
        office.officer.does("BeginScreening", id=each["id"])
        office.officer.does("RecordCheck", id=each["id"], kind="security", clear=True)
    step: Thing = {"id": agreement["id"], "terms_version": agreement["termsVersion"], "step": "department"}
    order: Thing = {"id": trip["id"], "order_number": "18-E", "order_date": office.days.today}
    days: Thing = {"first_day": office.days.today, "last_day": office.days.day(1)}
    assert deputy.refuses("ApproveAgreement", **step) == "forbidden"

    named = head.does("NameDeputy", deputy=f"deputy-{office.mark}", **days, reason="Ezamiyyət")

    acts(deputy, now=True)
    assert sees(deputy, agreement, "approveAgreement") == (True, True)
    assert sees(office.officer, agreement, "approveAgreement") == (False, False)
    for command, given in (("ApproveAgreement", step), ("ApproveTrip", order), ("ApproveVisit", {"id": visit["id"]})):
        done(deputy, command, **given)
    for service, thing in (("partners", agreement), ("mobility", trip), ("events", visit)):
        last = audit(product, service, thing)
        assert (last["subject"], last["in_place_of"]) == (f"deputy-{office.mark}", f"head-{office.mark}"), service
    [listed] = office.officer.asks(LISTED, by=f"deputy-{office.mark}")["deputyships"]["nodes"]
    assert listed == {"status": "IN_FORCE", "head": f"head-{office.mark}", "deputy": f"deputy-{office.mark}"}
    assert deputy.refuses("NameDeputy", deputy="officer-9", **days) == "deputy-names-no-deputy"

    office.days.becomes(office.days.day(2))

    acts(deputy, now=False)
    eventually(lambda: deputy.refuses("ApproveVisit", id=later["id"]), lambda code: code == "forbidden")
    assert head.refuses("EndDeputyship", id=named["id"]) == "wrong-status"


def test_a_head_who_is_back_ends_it_at_once_everywhere(office: Office) -> None:
    head, deputy = both(office)
    visit = office.visit()
    office.officer.does("BeginScreening", id=visit["id"])
    office.officer.does("RecordCheck", id=visit["id"], kind="security", clear=True)
    days: Thing = {"first_day": office.days.today, "last_day": office.days.day(30)}
    named = head.does("NameDeputy", deputy=f"deputy-{office.mark}", **days)
    acts(deputy, now=True)

    ended = head.does("EndDeputyship", id=named["id"])

    assert ended["status"] == "ENDED"
    acts(deputy, now=False)
    eventually(lambda: deputy.refuses("ApproveVisit", id=visit["id"]), lambda code: code == "forbidden")
