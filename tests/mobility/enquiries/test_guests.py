"""A guest's way: the door, the link, the answer, a further question; guessed and replayed links are refused."""

import asyncio
from datetime import timedelta

import pytest

from tests.mobility.conftest import baku
from tests.mobility.enquiries.conftest import GUEST, Enquiries, themselves


@pytest.mark.parametrize(
    ("given", "path"),
    [
        ({"email": "nobody"}, "email"),
        ({"question": ""}, "question"),
        ({"topic": "weather"}, "topic"),
        ({"unit": "history"}, "unit"),
    ],
)
async def test_the_door_says_which_field_is_wrong(office: Enquiries, given: dict[str, str], path: str) -> None:
    response = await office.knocks(**given)

    assert response.status_code == 422
    assert [each["path"] for each in response.json()["errors"]] == [path]


async def test_the_same_question_sent_twice_at_once_is_one_enquiry(office: Enquiries) -> None:
    first, second = await asyncio.gather(office.knocks(), office.knocks())
    other = await office.knocks(question="Başqa sual")

    codes = [each.json()["code"] for each in (first, second, other)]
    assert codes[0] == codes[1] != codes[2]
    assert first.headers["cache-control"] == "no-store"


async def test_a_guest_reads_the_answer_asks_further_and_is_satisfied_by_one_link(office: Enquiries) -> None:
    enquiry, secret = await office.guest_asks()
    early = await office.as_guest("accept", secret)
    await office.answered(enquiry)
    further = await office.as_guest("reject", secret, comment="Nə vaxt?")
    replayed = await office.as_guest("reject", secret, comment="Nə vaxt?")
    await office.does("officer", "AnswerEnquiry", id=enquiry["id"], text="May ayında.")
    seen = (await office.as_guest("see", secret)).json()
    thanks = await office.as_guest("accept", secret)

    assert (early.status_code, early.json()["code"]) == (409, "enquiry-not-answered")
    assert further.json()["status"] == "assigned"
    assert (replayed.status_code, replayed.json()["code"]) == (409, "enquiry-not-answered")
    assert [said["text"] for said in seen["shown"]["exchange"]] == [
        GUEST["question"], "Bəli, üç yer.", "Nə vaxt?", "May ayında.",
    ]  # fmt: skip
    assert GUEST["email"] not in str(seen)
    assert thanks.json()["status"] == "closed"
    assert (await office.shown(enquiry))["cause"] == "satisfied"


async def test_guessed_revoked_and_old_links_are_not_there(office: Enquiries) -> None:
    enquiry, secret = await office.guest_asks()
    link = {"kind": "enquiry", "id": enquiry["id"], "side": "asker"}
    opened = (await office.asks("officer", "POST", "/guest-links", json=link)).json()
    await office.asks("officer", "DELETE", f"/guest-links/{opened['id']}")
    guessed = await office.as_guest("see", "x" * 43)
    revoked = await office.as_guest("see", opened["link"].partition("#mobility.")[2])
    office.clock.move_to(baku(2026, 11, 26, 9) + timedelta(days=91))
    old = await office.as_guest("see", secret)

    assert [each.status_code for each in (guessed, revoked, old)] == [404] * 3
    assert (await office.said_about(enquiry["id"]))[-2:] == ["link_opened", "link_revoked"]


async def test_no_link_is_opened_for_whoever_has_an_account(office: Enquiries) -> None:
    given = {"topic": "exchange", "question": "Nə vaxt?"}
    asked = await office.does("student", "AskOffice", by=themselves(await office.person()), **given)
    link = {"kind": "enquiry", "id": asked["id"], "side": "asker"}
    refused = await office.asks("officer", "POST", "/guest-links", json=link)

    assert (refused.status_code, refused.json()["code"]) == (409, "enquiry-link-for-guests")


async def test_each_look_at_who_asked_is_written_down_under_the_enquiry(office: Enquiries) -> None:
    enquiry, _ = await office.guest_asks()
    (told,) = await office.reads(enquiry, "officer", "asker_name", "asker_email")
    hidden = await office.reads(enquiry, "finance", "asker_name")

    assert (told["asker_name"], told["asker_email"]) == (GUEST["name"], GUEST["email"])
    assert hidden == []
    assert GUEST["email"] not in str(await office.messages_about(enquiry["id"])) + str(
        await office.audit_of(enquiry["id"])
    )


async def test_a_guest_takes_up_again_what_was_closed_with_whoever_saw_to_it(office: Enquiries) -> None:
    new, first = await office.guest_asks()
    taken, second = await office.guest_asks(question="Başqa sual")
    await office.does("officer", "AssignEnquiry", id=taken["id"])
    standing = []
    for enquiry, secret in ((new, first), (taken, second)):
        await office.does("officer", "CloseEnquiry", id=enquiry["id"], cause="not_ours", reason="Dekanlığa yazın")
        again = await office.as_guest("reject", secret, comment="Onlar sizə göndərdi")
        standing.append(again.json()["status"])

    assert standing == ["received", "assigned"]
