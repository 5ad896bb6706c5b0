"""The receiver signs or rejects by a link of its own: guessed, shared, replayed, old, revoked, and erased."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import UUID

import httpx
import pytest
from sqlalchemy import select

from korpu_chassis.guest_links.links import MOST_LOOKS
from korpu_chassis.persistence import store
from korpu_mobility.guest_links import guest_links
from tests.mobility.conftest import baku
from tests.mobility.learning_agreements.conftest import (
    DIALECTS,
    INCOMING,
    LITERATURE,
    NOVEL,
    Learning,
)

NAMED: dict[str, Any] = {"purpose": "share_with_host", "data": ["name"], "valid_from": "2026-01-01", "evidence": "Form"}

CHANGES = [
    {"table": "host", "component": "GER-7", "reason": "timetable_conflict"},
    {"table": "host", "component": "Dialects", "reason": "substituting_deleted"},
]


async def as_guest(office: Learning, what: str, secret: str, **more: Any) -> httpx.Response:
    """Somebody without a token holds the secret."""
    return await office.asks(None, "POST", f"/guest-links/{what}", json={"secret": secret} | more)


async def waiting(office: Learning) -> Any:
    """Person and sender have signed; the receiver is asked."""
    agreement = await office.draft()
    await office.signed(agreement, "person", "office")
    return agreement


def without_request(response: httpx.Response) -> tuple[int, dict[str, Any]]:
    """The answer, but for the id of the request."""
    return response.status_code, {name: it for name, it in response.json().items() if name != "request_id"}


async def test_the_receiver_sees_what_it_signs_and_no_more(office: Learning) -> None:
    agreement = await waiting(office)
    secret = await office.opened(agreement)

    seen = (await as_guest(office, "see", secret)).json()
    accepted = await as_guest(office, "accept", secret)

    assert (seen["side"], seen["shown"]["name"], seen["shown"]["waits_for"]) == ("receiver", None, "receiver")
    assert set(seen["shown"]) == {
        "academic_year", "code", "components", "hash", "home_ects", "host_ects", "language", "language_level", "name",
        "number", "signatures", "waits_for",
    }  # fmt: skip
    assert accepted.json() == {"kind": "learning_agreement", "side": "receiver", "status": "signed"}
    state = await office.shown(agreement)
    assert (state["agreed"], [each["party"] for each in state["versions"][0]["signatures"]]) == (
        1,
        ["person", "sender", "receiver"],
    )
    stay = await office.stay({"id": state["mobility_id"]})
    assert (stay["status"], (await office.said_about(stay["id"]))[-1]) == ("agreed", "agreed")
    assert (await office.messages_about(agreement["id"]))[-1]["type"].endswith(".agreed.v1")


async def test_what_all_three_have_signed_stays_while_a_further_version_is_signed(office: Learning) -> None:
    agreement = await waiting(office)
    await as_guest(office, "accept", await office.opened(agreement))

    about = {"id": agreement["id"], "components": [DIALECTS, LITERATURE]}
    codes = [
        await office.refuses("officer", "ReviseLearningAgreement", **about, changes=CHANGES[:given])
        for given in range(len(CHANGES))
    ]
    wrong = [{**CHANGES[0], "reason": "extending_mobility"}, CHANGES[1]]
    codes.append(await office.refuses("officer", "ReviseLearningAgreement", **about, changes=wrong))
    changed = (await office.revised(agreement, DIALECTS, LITERATURE, changes=CHANGES))["state"]
    again = (await office.revised(agreement, NOVEL, {**LITERATURE, "ects": 5}))["state"]

    assert codes == ["learning-agreement-reason-missing"] * 2 + ["learning-agreement-reason-does-not-fit"]
    assert (changed["status"], changed["number"], changed["agreed"]) == ("draft", 2, 1)
    assert changed["versions"][1]["changes"] == CHANGES
    assert (again["number"], again["versions"][1]["changes"]) == (2, [])
    assert len(changed["versions"][0]["signatures"]) == 3


async def test_every_look_and_act_of_a_guest_is_written_down(office: Learning) -> None:
    agreement = await waiting(office)
    person = (await office.shown(agreement))["person_id"]
    await office.does("officer", "RecordConsent", id=person, **NAMED)
    secret = await office.opened(agreement)
    shown = (await as_guest(office, "see", secret)).json()["shown"]
    await as_guest(office, "reject", secret, comment="We teach no novel in spring")

    links = await office.asks(
        "officer", "POST", "/guest-links/find", json={"kind": "learning_agreement", "id": agreement["id"]}
    )
    [link] = links.json()["links"]
    async with office.database.transaction() as session:
        looks = (await session.execute(select(store.read_log).where(store.read_log.c.about == UUID(person)))).all()
    audit = await office.audit_of(agreement["id"])

    assert shown["name"] == "Aysel Əliyeva"
    assert secret not in str(links.text)
    assert [(each.subject, each.purpose) for each in looks] == [(f"guest:{link['id']}", "guest link, receiver")]
    assert "name" in looks[0].fields
    assert [(each["subject"], each["command"]) for each in audit[-2:]] == [
        ("officer-1", "OpenGuestLink"),
        (f"guest:{link['id']}", "RejectAsGuest"),
    ]
    assert "no novel" not in str(audit)
    assert "no novel" not in str(await office.messages_about(agreement["id"]))
    told = await office.told("officer", agreement, "comment")
    assert (told["comment"], (await office.shown(agreement))["status"]) == ("We teach no novel in spring", "rejected")


async def test_every_link_that_leads_nowhere_answers_in_the_same_way(office: Learning) -> None:
    agreement = await waiting(office)
    revoked, expired, used, old = [await office.opened(agreement, days=1 + (each == 3)) for each in range(4)]
    [*_, first] = (
        await office.asks(
            "officer", "POST", "/guest-links/find", json={"kind": "learning_agreement", "id": agreement["id"]}
        )
    ).json()["links"]
    assert (await office.asks("head", "DELETE", f"/guest-links/{first['id']}")).status_code == 204
    assert (await office.asks("head", "DELETE", f"/guest-links/{first['id']}")).status_code == 404
    assert (await as_guest(office, "reject", used, comment="Not so")).status_code == 200
    await office.revised(agreement, NOVEL, DIALECTS, LITERATURE)
    await office.signed(agreement, "person", "office")
    office.clock.move_to(baku(2026, 11, 25, 9))

    answers = [
        without_request(await as_guest(office, what, secret, **more))
        for secret in ("guessed", "Q" * 43, revoked, expired, used, old)
        for what, more in (("see", {}), ("accept", {}), ("reject", {"comment": "Not so"}))
    ]

    assert [answers[0][0], answers[0][1]["code"]] == [404, "not-found"]
    assert all(each == answers[0] for each in answers)
    assert (await office.shown(agreement))["status"] == "signed_by_sender"


async def test_a_link_is_shared_and_used_by_two_at_once_and_one_signature_stands(office: Learning) -> None:
    agreement = await waiting(office)
    secret = await office.opened(agreement)

    both = await asyncio.gather(*(as_guest(office, "accept", secret) for _ in range(2)))

    assert sorted(each.status_code for each in both) == [200, 404]
    assert (await office.said_about(agreement["id"]))[-2:] == ["link_opened", "agreed"]


async def test_the_version_is_changed_while_the_receiver_signs(office: Learning) -> None:
    agreement = await waiting(office)
    secret = await office.opened(agreement)
    revising = office.revised(agreement, DIALECTS, LITERATURE)

    revised, signed = await asyncio.gather(revising, as_guest(office, "accept", secret))

    state = await office.shown(agreement)
    assert (revised["state"]["number"], signed.status_code) in {(2, 200), (2, 404)}
    assert (state["status"], state["agreed"]) == ("draft", 1 if signed.status_code == 200 else None)


async def test_a_link_is_looked_at_sixty_times_an_hour(office: Learning) -> None:
    secret = await office.opened(await waiting(office))
    for _ in range(MOST_LOOKS):
        assert (await as_guest(office, "see", secret)).status_code == 200

    tired = await as_guest(office, "see", secret)
    office.clock.move_to(office.clock.now() + timedelta(hours=1))
    again = await as_guest(office, "see", secret)

    assert (tired.status_code, tired.json()["code"], tired.headers["retry-after"]) == (429, "too-many-requests", "3600")
    assert again.status_code == 200


async def test_who_comes_to_us_signs_by_links_of_their_own_and_then_we_do(office: Learning) -> None:
    agreement = await office.draft(await office.accepted(**INCOMING))
    person, sender = await office.opened(agreement, "person"), await office.opened(agreement, "sender")

    early = await as_guest(office, "accept", sender)
    steps = [await as_guest(office, "accept", person), await as_guest(office, "accept", sender)]
    seen = (await office.shown(agreement))["hash"]
    await office.revised(agreement, DIALECTS, LITERATURE)
    for party in ("person", "sender"):
        await as_guest(office, "accept", await office.opened(agreement, party))
    last = await office.shown(agreement)
    await office.does(
        "officer", "RejectLearningAgreement", id=agreement["id"], hash=last["hash"], comment="No dialects in spring"
    )
    await office.revised(agreement, NOVEL, LITERATURE)
    for party in ("person", "sender"):
        await as_guest(office, "accept", await office.opened(agreement, party))
    third = await office.shown(agreement)
    signed = await office.does("officer", "CountersignLearningAgreement", id=agreement["id"], hash=third["hash"])

    assert (early.status_code, early.json()["code"]) == (409, "learning-agreement-not-your-turn")
    assert [each.json()["status"] for each in steps] == ["signed_by_person", "signed_by_sender"]
    assert (signed["status"], signed["state"]["agreed"], seen != third["hash"]) == ("signed", 3, True)
    assert await office.refuses("officer", "WithdrawLearningAgreement", id=agreement["id"], reason="No") == (
        "learning-agreement-signed-by-all"
    )
    await office.does("officer", "CancelMobility", id=last["mobility_id"], cause="own_wish", reason="No visa")
    assert (await office.shown(agreement))["status"] == "cancelled"


@pytest.mark.parametrize(
    ("who", "more", "code"),
    [
        ("officer", {"side": "sender"}, "learning-agreement-no-guest"),
        ("officer", {"side": "rector"}, "learning-agreement-no-guest"),
        ("officer", {"days": 91}, "invalid-input"),
        ("officer", {"kind": "mobility"}, "not-found"),
        ("finance", {}, "not-found"),
        ("student", {}, "not-found"),
        ("faculty_coordinator", {}, "not-found"),
        (None, {}, "unauthenticated"),
    ],
)
async def test_who_may_not_open_a_link(office: Learning, who: str | None, more: dict[str, Any], code: str) -> None:
    agreement = await waiting(office)
    body = {"kind": "learning_agreement", "id": agreement["id"], "side": "receiver"} | more

    response = await office.asks(who, "POST", "/guest-links", json=body)

    assert response.json()["code"] == code
    found = {"kind": "learning_agreement", "id": agreement["id"]}
    links = await office.asks(who, "POST", "/guest-links/find", json=found)
    assert links.json() == {"links": []} if who == "officer" else links.status_code in (401, 404)


async def test_erasing_the_person_ends_the_links_and_nothing_is_signed(office: Learning) -> None:
    stay = await office.accepted()
    agreement = await office.draft(stay)
    secret = await office.opened(agreement)
    await office.signed(agreement, "person", "office")
    await office.does("officer", "AgreeMobility", id=stay["id"], on="2026-11-23")
    office.clock.move_to(baku(2026, 11, 24, 9))

    await office.does("head", "ErasePerson", id=(await office.shown(agreement))["person_id"], basis="own_request")

    assert (await as_guest(office, "see", secret)).status_code == 404
    async with office.database.transaction() as session:
        [link] = (await session.execute(select(guest_links.table))).all()
    assert link.revoked_at is not None
    assert secret not in str(link)
