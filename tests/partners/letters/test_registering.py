"""How letters get their numbers, and how a second registration of one letter is noticed."""

from typing import Any
from uuid import uuid4

import pytest

from tests.office import Office
from tests.partners.letters import post


async def test_each_direction_counts_its_own_numbers(office: Office) -> None:
    ways = ("incoming", "outgoing", "incoming", "internal", "outgoing")

    codes = [(await post.came_in(office, direction=way))["code"] for way in ways]

    assert codes == ["IN-2026-0001", "OUT-2026-0001", "IN-2026-0002", "INT-2026-0001", "OUT-2026-0002"]


async def test_the_year_of_a_number_is_the_year_in_baku(office: Office) -> None:
    await post.day(office, "2026-12-31")
    before = await post.came_in(office)
    office.clock.move_to(office.clock.now().replace(hour=20, minute=30))

    after = await post.came_in(office)

    assert (before["code"], before["registered_on"]) == ("IN-2026-0001", "2026-12-31")
    assert (after["code"], after["registered_on"]) == ("IN-2027-0001", "2027-01-01")


async def test_a_refused_registration_uses_no_number(office: Office) -> None:
    await post.came_in(office, their_number="12/34", their_date="2026-09-01")

    code = await office.refuses(
        "officer", "RegisterLetter", **post.REGISTERED, their_number="12/34", their_date="2026-09-01"
    )
    after = await post.came_in(office)

    assert code == "letter-registered-already"
    assert after["code"] == "IN-2026-0002"


async def test_the_same_letter_of_the_same_sender_is_offered_and_can_be_another_one(office: Office) -> None:
    sender = await post.partner(office)
    theirs: dict[str, Any] = {
        "correspondents": [{"organisation_id": sender}],
        "their_number": "№ 12-A / 34",
        "their_date": "2026-09-01",
    }
    known = await post.came_in(office, **theirs)

    answer = await office.asks(
        "officer", "POST", "/commands/register-letter", json={**post.REGISTERED, **theirs, "their_number": "№12-a/34"}
    )
    other = await post.came_in(office, **theirs, not_duplicate_of=[known["id"]])

    assert (answer.json()["code"], answer.json()["path"]) == ("letter-registered-already", "their_number")
    assert known["code"] in answer.json()["detail"]
    assert other["number"] == known["number"] + 1


async def test_the_same_letter_is_known_again_after_its_sender_was_merged(office: Office) -> None:
    old, new = await post.partner(office), await post.partner(office)
    theirs: dict[str, Any] = {"their_number": "12/34", "their_date": "2026-09-01"}
    await post.came_in(office, correspondents=[{"organisation_id": old}], **theirs)
    await office.does("officer", "MergeOrganisation", id=old, into=new, reason="One and the same")

    again = {**post.REGISTERED, **theirs, "correspondents": [{"organisation_id": new}]}

    assert await office.refuses("officer", "RegisterLetter", **again) == "letter-registered-already"


@pytest.mark.parametrize(
    "difference",
    [
        {"their_date": "2026-09-02"},
        {"their_number": "12/35"},
        {"correspondents": [{"office": "State Agency"}]},
        {"direction": "outgoing"},
    ],
)
async def test_another_number_day_sender_or_direction_is_another_letter(
    office: Office, difference: dict[str, Any]
) -> None:
    await post.came_in(office, their_number="12/34", their_date="2026-09-01")

    other = await post.came_in(office, **{"their_number": "12/34", "their_date": "2026-09-01", **difference})

    assert other["status"] == "registered"


async def test_an_annulled_registration_stands_in_nobodys_way(office: Office) -> None:
    wrong = await post.came_in(office, their_number="12/34")
    await office.does("officer", "AnnulLetter", id=wrong["id"], reason="Registered for another department")

    again = await post.came_in(office, their_number="12/34")

    assert again["number"] == 2


async def test_a_corrected_number_may_not_be_that_of_another_letter(office: Office) -> None:
    await post.came_in(office, their_number="12/34")
    other = await post.came_in(office, their_number="12/35")

    code = await office.refuses("officer", "CorrectLetter", id=other["id"], their_number="12/34")

    assert code == "letter-registered-already"


async def test_a_merged_sender_is_the_one_that_stays(office: Office) -> None:
    old, new = await post.partner(office), await post.partner(office)
    await office.does("officer", "MergeOrganisation", id=old, into=new, reason="One and the same")

    letter = await post.came_in(office, correspondents=[{"organisation_id": old, "office": "International office"}])

    assert letter["correspondents"] == [{"organisation_id": new, "office": "International office"}]


@pytest.mark.parametrize(
    ("given", "code", "path"),
    [
        ({"their_date": "2026-09-08"}, "letter-dated-in-the-future", "their_date"),
        ({"travelled_on": "2026-09-08"}, "letter-dated-in-the-future", "travelled_on"),
        ({"due": "2026-09-06"}, "letter-due-in-the-past", "due"),
        ({"correspondents": []}, "invalid-input", "correspondents"),
        ({"correspondents": [{}]}, "letter-correspondent-empty", "correspondents.0"),
        ({"correspondents": [{"organisation_id": post.stranger()}]}, "not-found", "correspondents.0.organisation_id"),
        ({"answers_id": post.stranger()}, "not-found", "answers_id"),
        ({"languages": ["xx"]}, "invalid-input", "languages.0"),
        ({"delivery": "pigeon"}, "invalid-input", "delivery"),
    ],
)
async def test_what_makes_no_sense_is_refused_at_its_place(
    office: Office, given: dict[str, Any], code: str, path: str
) -> None:
    answer = await office.asks("officer", "POST", "/commands/register-letter", json={**post.REGISTERED, **given})

    assert (answer.json()["code"], answer.json()["path"]) == (code, path)


async def test_a_letter_that_comes_in_is_due_by_the_rule_of_the_day(office: Office) -> None:
    official = await post.came_in(office)
    application = await post.came_in(office, nature="application")
    by_hand = await post.came_in(office, due="2026-09-10")
    out = await post.went_out(office)

    assert (official["due"], official["answering_time"]["working_days"]) == ("2026-09-21", 10)
    assert (application["due"], application["answering_time"]["working_days"]) == ("2026-09-28", 15)
    assert "Law of Azerbaijan" in application["answering_time"]["source"]
    assert (by_hand["due"], by_hand["answering_time"]) == ("2026-09-10", None)
    assert (out["due"], out["wants_answer"]) == (None, False)


async def test_a_letter_can_be_registered_for_somebody_at_once(office: Office) -> None:
    letter = await post.came_in(office, assignee="officer-2", backup="officer-3")

    assert letter["status"] == "assigned"
    assert await office.said_about(letter["id"]) == ["registered", "assigned"]


async def test_the_same_key_registers_once(office: Office) -> None:
    key = str(uuid4())

    first, second = [await post.came_in(office, idempotency_key=key) for _ in range(2)]

    assert first == second
    assert await post.next_number(office, "letter-IN-2026") == 2
