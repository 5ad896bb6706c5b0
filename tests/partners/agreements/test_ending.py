"""Suspension and termination: what depends on an agreement is looked at first, and notice is honoured."""

from datetime import datetime
from typing import Any
from uuid import uuid4

import pytest

from korpu_chassis.clock import BAKU
from tests.office import Office, Refused
from tests.partners.agreements import history
from tests.partners.agreements.history import LETTER
from tests.partners.projects import research
from tests.partners.publications import press

PAUSE: dict[str, Any] = {"reason": "The partner's programme has lost its accreditation."}


async def running(office: Office, **other: Any) -> dict[str, Any]:
    """An agreement in force since today; nothing depends on it."""
    return await history.signed(office, **{"starts": None, "conditions": [], **other})


def notice(**other: Any) -> dict[str, Any]:
    """Notice of termination with the usual ninety days."""
    days: dict[str, Any] = {"effective": "2026-12-06", "given_on": "2026-09-07"}
    return {**days, "wished_by": "us", "document": LETTER, "reason": "No use.", **other}


VISIT = {
    "status": "planning",
    "created_at": "2026-09-01T08:00:00Z",
    "starts": "2026-10-01",
    "ends": "2026-10-02",
}


async def nominated(office: Office, agreement: dict[str, Any], **other: Any) -> dict[str, Any]:
    """A mobility under the agreement, as partners hears of it."""
    begun = {"id": str(uuid4()), "version": 1, "created_at": "2026-09-01T08:00:00Z"}
    state = {**begun, "status": "accepted", "agreement_id": agreement["id"], **other}
    await office.hears("mobility.mobilities.v1", "mobility.accepted", state)
    return state


async def test_nothing_is_suspended_or_terminated_unseen(office: Office) -> None:
    agreement = await running(office)
    mobility = await nominated(office, agreement)

    with pytest.raises(Refused) as refused:
        await office.does("head", "SuspendAgreement", id=agreement["id"], **PAUSE)
    unseen = await office.refuses("head", "TerminateAgreement", id=agreement["id"], **notice())

    seen = await history.impact(office, agreement)
    assert unseen == refused.value.code == "agreement-impact-not-seen"
    assert seen["impact"] in refused.value.problem["detail"]
    assert seen["dependents"] == [{"kind": "mobility", "id": mobility["id"], "status": "accepted"}]
    answer = await office.does("head", "SuspendAgreement", id=agreement["id"], impact=seen["impact"], **PAUSE)
    assert answer["status"] == "suspended"


async def test_several_impacts_are_read_at_once_by_those_who_may(office: Office) -> None:
    agreements = [await running(office) for _ in range(2)]
    await nominated(office, agreements[0])
    question: dict[str, Any] = {"ids": [each["id"] for each in agreements]}

    told = (await office.asks("auditor", "POST", "/agreements/impact/read", json=question)).json()["agreements"]
    hidden = (await office.asks("student", "POST", "/agreements/impact/read", json=question)).json()
    anonymous = await office.asks(None, "POST", "/agreements/impact/read", json=question)

    assert {each["id"]: each["impact"] for each in told} == {
        each["id"]: await history.impact(office, each) for each in agreements
    }
    assert hidden == {"agreements": []}
    assert anonymous.status_code == 401


async def test_an_impact_that_has_changed_since_must_be_looked_at_again(office: Office) -> None:
    agreement = await running(office)
    await nominated(office, agreement)
    seen = await history.impact(office, agreement)
    await nominated(office, agreement)

    code = await office.refuses("head", "SuspendAgreement", id=agreement["id"], impact=seen["impact"], **PAUSE)

    assert code == "agreement-impact-not-seen"


async def test_the_impact_lists_seats_obligations_successors_visits_and_mobilities(office: Office) -> None:
    partner_id = await history.partner(office)
    promise = [{"text": {"en": "Lends books"}, "due": "2027-06-30"}]
    agreement = await running(
        office, partner_id=partner_id, conditions=[history.seats(partner_id)], obligations=promise
    )
    await office.does("officer", "RenewAgreement", id=agreement["id"])
    await nominated(office, agreement)
    visit = {**VISIT, "id": str(uuid4()), "version": 4, "programme": [{"agreement_id": agreement["id"]}]}
    await office.hears("events.visits.v1", "visit.programme_changed", visit)

    seen = await history.impact(office, agreement)

    found = {each["kind"]: each["status"] for each in seen["dependents"]}
    assert found == {
        "agreement": "draft",
        "mobility": "accepted",
        "obligation": "due 2027-06-30",
        "seats": "5 until 2028/2029",
        "visit": "planning",
    }


async def test_projects_and_books_that_rest_on_it_depend_on_it_until_they_are_over(office: Office) -> None:
    agreement = await running(office)
    project = await research.idea(office, agreement_id=agreement["id"])
    book = await press.planned(office, agreement_id=agreement["id"])

    seen = {each["id"]: each["status"] for each in (await history.impact(office, agreement))["dependents"]}
    await office.does("officer", "WithdrawProject", id=project["id"], reason="No partner was found.")
    await office.does("officer", "WithdrawPublication", id=book["id"], reason="The author has left.")

    assert seen == {project["id"]: "idea", book["id"]: "planned"}
    assert (await history.impact(office, agreement))["dependents"] == []


@pytest.mark.parametrize("status", ["cancelled", "closed", "declined", "not_shown", "rejected"])
async def test_what_is_over_does_not_depend_any_more(office: Office, status: str) -> None:
    agreement = await running(office)
    mobility = await nominated(office, agreement)
    await nominated(office, agreement, id=mobility["id"], version=2, status=status)

    assert (await history.impact(office, agreement))["dependents"] == []


async def test_an_old_message_heard_late_changes_nothing(office: Office) -> None:
    agreement = await running(office)
    mobility = await nominated(office, agreement, version=3, status="arrived")
    await nominated(office, agreement, id=mobility["id"], version=2, status="cancelled")

    assert [each["status"] for each in (await history.impact(office, agreement))["dependents"]] == ["arrived"]


async def test_a_visit_that_names_the_agreement_no_more_does_not_depend_on_it(office: Office) -> None:
    agreement = await running(office)
    visit: dict[str, Any] = {**VISIT, "id": str(uuid4()), "version": 1}
    named = {**visit, "programme": [{"agreement_id": agreement["id"]}, {"agreement_id": None}]}
    await office.hears("events.visits.v1", "visit.programme_changed", named)
    await office.hears("events.visits.v1", "visit.programme_changed", {**visit, "version": 2, "programme": []})

    assert (await history.impact(office, agreement))["dependents"] == []


async def test_a_suspended_agreement_rests_until_it_is_resumed(office: Office) -> None:
    agreement = await running(office)

    paused = (await office.does("head", "SuspendAgreement", id=agreement["id"], **PAUSE))["state"]
    resumed = (await office.does("head", "ResumeAgreement", id=agreement["id"]))["state"]

    assert (paused["status"], paused["suspension"]["reason"]) == ("suspended", PAUSE["reason"])
    assert (resumed["status"], resumed["suspension"]) == ("in_force", None)
    assert await history.said_since(office, agreement) == ["suspended", "resumed"]


async def test_a_suspension_with_a_last_day_ends_by_the_clock(office: Office) -> None:
    agreement = await running(office)
    await office.does("head", "SuspendAgreement", id=agreement["id"], until="2026-10-31", **PAUSE)

    await office.waits_until(datetime(2026, 10, 31, 23, 59, tzinfo=BAKU))
    assert (await history.reload(office, agreement))["status"] == "suspended"
    await office.waits_until(datetime(2026, 11, 1, tzinfo=BAKU))

    assert (await history.reload(office, agreement))["status"] == "in_force"
    assert await history.said_since(office, agreement) == ["suspended", "resumed"]


async def test_a_suspension_does_not_end_in_the_past(office: Office) -> None:
    agreement = await running(office)

    code = await office.refuses("head", "SuspendAgreement", id=agreement["id"], until="2026-09-06", **PAUSE)

    assert code == "agreement-suspension-in-the-past"


async def test_a_suspended_agreement_expires_all_the_same(office: Office) -> None:
    agreement = await running(office, ends="2027-09-06")
    await office.does("head", "SuspendAgreement", id=agreement["id"], **PAUSE)

    await office.waits_until(datetime(2027, 9, 7, tzinfo=BAKU))

    assert (await history.reload(office, agreement))["status"] == "expired"
    assert "expiring" not in await history.said_since(office, agreement)


async def test_only_the_head_suspends_resumes_and_terminates(office: Office) -> None:
    agreement = await running(office)

    assert await office.refuses("officer", "SuspendAgreement", id=agreement["id"], **PAUSE) == "forbidden"
    assert await office.refuses("officer", "TerminateAgreement", id=agreement["id"], **notice()) == "forbidden"
    await office.does("head", "SuspendAgreement", id=agreement["id"], **PAUSE)
    assert await office.refuses("officer", "ResumeAgreement", id=agreement["id"]) == "forbidden"


async def test_a_termination_takes_effect_when_the_notice_is_over(office: Office) -> None:
    agreement = await running(office)
    scan = await history.filed(office, agreement)

    given = (await office.does("head", "TerminateAgreement", id=agreement["id"], **notice(document=scan)))["state"]
    await office.waits_until(datetime(2026, 12, 5, 23, 59, tzinfo=BAKU))
    assert (await history.reload(office, agreement))["status"] == "in_force"
    await office.waits_until(datetime(2026, 12, 6, tzinfo=BAKU))
    await office.waits_until(datetime(2031, 1, 1, tzinfo=BAKU))

    after = await history.reload(office, agreement)
    assert (given["status"], given["terminated_on"]) == ("in_force", None)
    assert (after["status"], after["terminated_on"]) == ("terminated", "2026-12-06")
    assert after["signed_terms"] == agreement["signed_terms"]
    assert after["termination"]["document"]["reference"] == LETTER["reference"]
    assert await history.said_since(office, agreement) == ["termination_given", "terminated"]


async def test_by_mutual_wish_it_ends_at_once(office: Office) -> None:
    agreement = await running(office)
    mutual = notice(wished_by="both", effective="2026-09-07", document=await history.filed(office, agreement))

    answer = await office.does("head", "TerminateAgreement", id=agreement["id"], **mutual)

    assert answer["status"] == "terminated"
    assert await history.said_since(office, agreement) == ["termination_given", "terminated"]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"effective": "2026-12-05"}, "agreement-notice-too-short"),
        ({"effective": "2026-09-06", "wished_by": "both"}, "agreement-notice-too-short"),
        ({"given_on": "2026-09-08"}, "agreement-dated-in-the-future"),
        ({"effective": "2029-10-01"}, "agreement-ends-before-that"),
        ({"document": None}, "invalid-input"),
        ({"reason": " "}, "invalid-input"),
    ],
)
async def test_a_termination_honours_the_notice_period_and_has_its_document(
    office: Office, given: dict[str, Any], code: str
) -> None:
    agreement = await running(office)

    assert await office.refuses("head", "TerminateAgreement", id=agreement["id"], **notice(**given)) == code


async def test_notice_is_given_once(office: Office) -> None:
    agreement = await running(office)
    given = notice(document=await history.filed(office, agreement))
    await office.does("head", "TerminateAgreement", id=agreement["id"], **given)

    code = await office.refuses("head", "TerminateAgreement", id=agreement["id"], **given)

    assert code == "agreement-termination-given"


async def test_a_notice_is_taken_back_before_it_takes_effect_and_the_calendar_goes_on(office: Office) -> None:
    agreement = await running(office, ends="2027-09-06")
    given = notice(document=await history.filed(office, agreement))
    await office.does("head", "TerminateAgreement", id=agreement["id"], **given)
    why: dict[str, Any] = {"id": agreement["id"], "reason": "The partner has found the money."}

    assert await office.refuses("officer", "WithdrawNotice", **why) == "forbidden"
    withdrawn = (await office.does("head", "WithdrawNotice", **why))["state"]
    again = await office.refuses("head", "WithdrawNotice", **why)
    await office.waits_until(datetime(2027, 9, 7, tzinfo=BAKU))

    assert withdrawn["termination"] is None
    assert again == "agreement-no-notice"
    assert (await history.reload(office, agreement))["status"] == "expired"
    said = await history.said_since(office, agreement)
    assert said[:2] == ["termination_given", "termination_withdrawn"]
    assert "terminated" not in said


async def test_what_has_ended_by_notice_does_not_come_back(office: Office) -> None:
    agreement = await running(office)
    mutual = notice(wished_by="both", effective="2026-09-07", document=await history.filed(office, agreement))
    await office.does("head", "TerminateAgreement", id=agreement["id"], **mutual)

    assert await office.refuses("head", "WithdrawNotice", id=agreement["id"], reason="No.") == "wrong-status"


async def test_what_ends_by_notice_is_renewed_or_amended_for_a_reason_alone(office: Office) -> None:
    agreement = await running(office)
    given = notice(document=await history.filed(office, agreement))
    await office.does("head", "TerminateAgreement", id=agreement["id"], **given)
    known: dict[str, Any] = {"id": agreement["id"]}
    change: dict[str, Any] = {"title": {"en": "Another period"}, "ends": "2028-09-30"}
    why: dict[str, Any] = {"reason": "The faculty goes on under other terms."}

    renewal = await office.refuses("officer", "RenewAgreement", **known)
    amendment = await office.refuses("officer", "ProposeAmendment", **known, **change)
    await office.does("officer", "ProposeAmendment", **known, **change, **why)
    renewed = await office.does("officer", "RenewAgreement", **known, **why)

    assert renewal == amendment == "agreement-ends-by-notice"
    assert renewed["state"]["successor_id"]
