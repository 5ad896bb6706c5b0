"""How letters of an older register are taken over, and how the register counts on from them."""

from typing import Any

import pytest

from tests.office import Office
from tests.partners.letters import post

OLD: dict[str, Any] = {**post.REGISTERED, "number": 118, "registered_on": "2019-03-04", "their_number": "7/7"}


async def enters(office: Office, **other: Any) -> dict[str, Any]:
    state: dict[str, Any] = (await office.does("officer", "EnterOldLetter", **{**OLD, **other}))["state"]
    return state


async def test_an_old_letter_keeps_its_number_and_day_and_nothing_is_due(office: Office) -> None:
    letter = await enters(office)

    await post.day(office, "2027-01-01")

    assert (letter["code"], letter["registered_on"], letter["status"]) == ("IN-2019-0118", "2019-03-04", "closed")
    assert (letter["due"], letter["wants_answer"], letter["closed_on"]) == (None, False, "2019-03-04")
    assert await office.said_about(letter["id"]) == ["entered"]


async def test_the_register_of_this_year_counts_on_from_what_was_taken_over(office: Office) -> None:
    for number in (2, 1, 3):
        await enters(office, number=number, registered_on="2026-03-04", their_number=f"7/{number}")

    assert (await post.came_in(office))["code"] == "IN-2026-0004"


async def test_an_old_number_does_not_turn_the_count_back(office: Office) -> None:
    for _ in range(3):
        await post.went_out(office)

    refused = await office.refuses(
        "officer", "EnterOldLetter", **{**OLD, "direction": "outgoing", "number": 2, "registered_on": "2026-03-04"}
    )

    assert refused == "letter-number-taken"
    assert (await post.went_out(office))["number"] == 4


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"registered_on": "2026-09-08"}, "letter-dated-in-the-future"),
        ({"their_date": "2026-09-08"}, "letter-dated-in-the-future"),
        ({"correspondents": [{}]}, "letter-correspondent-empty"),
        ({"number": 0}, "invalid-input"),
        ({"number": 119}, "letter-registered-already"),
        ({"their_number": "8/8"}, "letter-number-taken"),
    ],
)
async def test_what_an_older_register_cannot_say_is_refused(office: Office, given: dict[str, Any], code: str) -> None:
    await enters(office)

    assert await office.refuses("officer", "EnterOldLetter", **{**OLD, **given}) == code


async def test_names_of_old_letters_are_not_kept_longer_than_others(office: Office) -> None:
    letter = await enters(office, person="Erika Muster")

    await post.day(office, "2026-09-08")

    assert await office.said_about(letter["id"]) == ["entered", "personal_data_purged"]
