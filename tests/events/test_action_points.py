"""Commitments: whose, until when, done, and seen by somebody else."""

from typing import Any
from uuid import UUID, uuid4

import pytest

from tests.events.delegations import a_visit, local
from tests.office import Office

ANNA = UUID("00000000-0000-7000-8000-0000000000d1")
VUGAR = UUID("00000000-0000-7000-8000-0000000000d2")


async def a_point(office: Office, **more: Any) -> Any:
    given: dict[str, Any] = {
        "title": {"en": "Send the draft"},
        "due": "2026-09-30",
        "owner_id": ANNA,
        "verifier_id": VUGAR,
        **more,
    }
    return await office.does("officer", "OpenActionPoint", **given)


async def test_an_action_point_is_done_by_its_owner_and_verified_by_another(office: Office) -> None:
    point = await a_point(office)
    anna, vugar = {"person_id": ANNA, "subject": "anna"}, {"person_id": VUGAR, "subject": "vugar"}

    done = await office.does("staff", "FinishActionPoint", id=point["id"], evidence="Letter 18", by=anna)
    verified = await office.does("staff", "VerifyActionPoint", id=point["id"], by=vugar)

    assert (point["status"], done["status"], verified["status"]) == ("open", "done", "verified")
    assert await office.said_about(point["id"]) == ["opened", "done", "verified"]


async def test_whoever_did_it_does_not_verify_it(office: Office) -> None:
    point = await a_point(office)
    await office.does("officer", "FinishActionPoint", id=point["id"], evidence="Letter 18")

    assert await office.refuses("officer", "VerifyActionPoint", id=point["id"]) == "action-point-verifier-is-doer"
    assert (await office.does("head", "VerifyActionPoint", id=point["id"]))["status"] == "verified"


async def test_whose_it_is_verifies_nothing_and_who_verifies_does_nothing(office: Office) -> None:
    point = await a_point(office)
    given = {"id": point["id"], "reason": "She is ill"}
    anna = {"person_id": ANNA, "subject": "anna"}
    vugar = {"person_id": VUGAR, "subject": "vugar"}

    assert (
        await office.refuses("head", "ChangeActionPoint", owner_id=VUGAR, **given) == "action-point-verifier-is-owner"
    )
    as_doer = await office.refuses("officer", "FinishActionPoint", id=point["id"], evidence="Letter 18", by=vugar)
    assert as_doer == "action-point-verifier-is-doer"
    await office.does("officer", "FinishActionPoint", id=point["id"], evidence="Letter 18")
    as_owner = await office.refuses("head", "VerifyActionPoint", id=point["id"], by=anna)

    assert as_owner == "action-point-verifier-is-owner"


async def test_evidence_is_given_and_readable_on_the_topic(office: Office) -> None:
    point = await a_point(office)

    assert await office.refuses("officer", "FinishActionPoint", id=point["id"]) == "action-point-without-evidence"
    await office.does("officer", "FinishActionPoint", id=point["id"], evidence="Letter 18")
    told = [each["state"]["evidence"] for each in await office.messages_about(point["id"])]
    returned = await office.does("head", "ReturnActionPoint", id=point["id"], reason="The annex is missing")

    assert (told, returned["state"]["evidence"]) == ([None, "Letter 18"], None)


async def test_it_is_overdue_when_its_day_has_passed_and_says_so_once(office: Office) -> None:
    point = await a_point(office)

    await office.waits_until(local("2026-09-30T23:59"))
    assert await office.said_about(point["id"]) == ["opened"]
    await office.waits_until(local("2026-10-01T00:00"))
    await office.waits_until(local("2026-11-01T00:00"))

    told = (await office.messages_about(point["id"]))[-1]
    assert await office.said_about(point["id"]) == ["opened", "overdue"]
    assert (told["state"]["status"], told["change"]) == ("overdue", {"tell": ["owner", "head"]})


async def test_what_is_done_in_time_is_never_overdue(office: Office) -> None:
    point = await a_point(office)
    await office.does("officer", "FinishActionPoint", id=point["id"], evidence="Letter 18")

    await office.waits_until(local("2026-11-01T00:00"))

    assert await office.said_about(point["id"]) == ["opened", "done"]


async def test_an_overdue_point_with_a_later_day_is_open_again_and_overdue_again(office: Office) -> None:
    point = await a_point(office)
    await office.waits_until(local("2026-10-02T08:00"))

    later = await office.does("head", "ChangeActionPoint", id=point["id"], due="2026-10-10", reason="They were ill")
    await office.waits_until(local("2026-10-11T00:00"))

    assert later["status"] == "open"
    assert await office.said_about(point["id"]) == ["opened", "overdue", "changed", "overdue"]


async def test_a_returned_point_is_open_or_overdue_by_the_day(office: Office) -> None:
    point = await a_point(office)
    await office.does("officer", "FinishActionPoint", id=point["id"], evidence="Letter 18")
    office.clock.move_to(local("2026-10-02T08:00"))

    returned = await office.does("head", "ReturnActionPoint", id=point["id"], reason="The annex is missing")

    assert (returned["status"], returned["state"]["done_on"]) == ("overdue", None)


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"due": "2026-09-06"}, "action-point-due-in-the-past"),
        ({"owner_id": None}, "action-point-without-owner"),
        ({"verifier_id": ANNA}, "action-point-verifier-is-owner"),
        ({"origin": {"kind": "visit", "id": uuid4()}}, "not-found"),
        ({"title": {"en": "x" * 201}}, "invalid-input"),
    ],
)
async def test_a_commitment_that_breaks_a_rule_is_refused(office: Office, given: dict[str, Any], code: str) -> None:
    full = {"title": {"en": "T"}, "due": "2026-09-30", "owner_id": ANNA, **given}

    assert await office.refuses("officer", "OpenActionPoint", **full) == code


async def test_a_later_day_is_not_in_the_past_either(office: Office) -> None:
    point = await a_point(office)

    code = await office.refuses("officer", "ChangeActionPoint", id=point["id"], due="2026-09-01", reason="Typo")

    assert code == "action-point-due-in-the-past"


async def test_an_action_point_of_a_visit_is_entered_there_and_belongs_to_its_story(office: Office) -> None:
    visit = await a_visit(office, "reported")

    point = await a_point(office, due="2026-12-01", origin={"kind": "visit", "id": visit["id"]})

    after = (await office.asks("officer", "GET", f"/visit/{visit['id']}")).json()
    assert (after["action_points"], after["follow_up"]) == ([point["id"]], "agreed")
    assert point["state"]["correlation_id"] == visit["state"]["correlation_id"]
    assert (await office.said_about(visit["id"]))[-1] == "action_point_agreed"
    assert (await office.does("officer", "CloseVisit", id=visit["id"]))["status"] == "closed"


async def test_where_action_points_were_agreed_there_is_a_follow_up(office: Office) -> None:
    visit = await a_visit(office, "completed")
    await office.does("officer", "DeclareNoFollowUp", id=visit["id"], reason="Courtesy")

    await a_point(office, due="2026-12-01", origin={"kind": "visit", "id": visit["id"]})

    after = (await office.asks("officer", "GET", f"/visit/{visit['id']}")).json()
    assert after["follow_up"] == "agreed"
    code = await office.refuses("officer", "DeclareNoFollowUp", id=visit["id"], reason="Courtesy")
    assert code == "visit-follow-up-agreed"


@pytest.mark.parametrize("until", ["planning", "closed"])
async def test_only_a_visit_that_takes_or_took_place_leaves_action_points(office: Office, until: str) -> None:
    visit = await a_visit(office, until)
    given: dict[str, Any] = {"title": {"en": "T"}, "due": "2026-12-01", "owner_id": ANNA}

    code = await office.refuses("officer", "OpenActionPoint", **given, origin={"kind": "visit", "id": visit["id"]})

    assert code == "visit-takes-no-action-point"


async def test_an_origin_elsewhere_is_kept_and_not_looked_for(office: Office) -> None:
    agreement = uuid4()

    point = await a_point(office, origin={"kind": "agreement", "id": agreement})

    assert (point["state"]["origin_kind"], point["state"]["origin_id"]) == ("agreement", str(agreement))


async def test_owner_and_verifier_read_what_is_theirs_and_others_of_the_staff_do_not(office: Office) -> None:
    point = await a_point(office)

    seen = [
        (await office.asks("staff", "GET", f"/action-point/{point['id']}", person_id=person)).status_code
        for person in (ANNA, VUGAR, uuid4())
    ]

    assert seen == [200, 200, 404]
