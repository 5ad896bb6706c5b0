"""Who reads letters, what is published of them, and what a letter is linked to."""

from typing import Any

import pytest
from sqlalchemy import select

from korpu_chassis.persistence import store
from tests.office import Office
from tests.partners.agreements import history
from tests.partners.letters import post

SECRET = {"person": "Erika Muster", "note": "Call her first"}


@pytest.mark.parametrize(
    ("role", "status"),
    [
        ("officer", 200), ("head", 200), ("rectorate", 200), ("auditor", 200),
        ("legal", 404), ("finance", 404), ("staff", 404), (None, 401),
    ],
)  # fmt: skip
async def test_letters_are_read_by_the_department_the_rectorate_and_the_auditor(
    office: Office, role: str | None, status: int
) -> None:
    letter = await post.came_in(office, unit="philology")

    assert (await office.asks(role, "GET", f"/letter/{letter['id']}")).status_code == status


async def test_a_coordinator_reads_and_works_on_the_letters_of_the_own_unit(office: Office) -> None:
    letter = await post.came_in(office, unit="philology", assignee="coordinator")
    own, foreign = {"units": ["philology"]}, {"units": ["physics"]}

    begun = await office.does("faculty_coordinator", "BeginLetter", by=own, id=letter["id"])

    assert begun["status"] == "in_progress"
    assert (
        await office.refuses("faculty_coordinator", "ReturnLetter", by=foreign, id=letter["id"], reason="No")
        == "not-found"
    )
    assert await office.refuses("faculty_coordinator", "CloseLetter", by=own, id=letter["id"]) == "forbidden"


async def test_of_a_confidential_letter_neither_the_subject_nor_the_unit_is_told(office: Office) -> None:
    letter = await post.came_in(office, unit="philology", confidential=True)
    own: dict[str, Any] = {"units": ["philology"]}

    [message] = await office.messages_about(letter["id"])
    seen = await office.asks("faculty_coordinator", "GET", f"/letter/{letter['id']}", **own)
    told = await office.asks("officer", "POST", "/letters/read", json={"ids": [letter["id"]]})

    assert (message["state"]["subject"], message["state"]["read_by_unit"]) == (None, None)
    assert seen.status_code == 404
    assert told.json()["letters"][0]["about"]["texts"]["en"]["text"] == "On the exchange of students"


async def test_the_name_and_the_note_stay_with_us_and_each_look_is_written_down(office: Office) -> None:
    letter = await post.came_in(office, **SECRET)
    await office.does("officer", "CorrectLetter", id=letter["id"], note="Called her")

    told = await office.asks("auditor", "POST", "/letters/read", json={"ids": [letter["id"]], "purpose": "Audit"})

    said = str([*await office.messages_about(letter["id"]), *await office.audit_of(letter["id"])])
    assert "Muster" not in said
    assert "Called" not in said
    assert told.json()["letters"][0]["person"] == "Erika Muster"
    async with office.database.transaction() as session:
        looks = list(await session.execute(select(store.read_log.c.subject, store.read_log.c.purpose)))
    assert [tuple(each) for each in looks] == [("auditor-1", "Audit")]


@pytest.mark.parametrize("role", ["legal", "finance", "staff", "faculty_coordinator"])
async def test_to_others_private_letters_are_absent_without_a_hint(office: Office, role: str) -> None:
    letter = await post.came_in(office, unit="philology", **SECRET)

    told = await office.asks(role, "POST", "/letters/read", json={"ids": [letter["id"]]}, units=["physics"])

    assert told.json() == {"letters": []}


async def test_without_a_token_nothing_is_read(office: Office) -> None:
    assert (await office.asks(None, "POST", "/letters/read", json={"ids": []})).status_code == 401


async def test_a_letter_is_linked_to_anything_and_unlinked_again(office: Office) -> None:
    letter, agreement = await post.came_in(office), await history.draft(office)
    ours = {"kind": "agreement", "id": agreement["id"]}
    theirs = {"kind": "trip", "id": post.stranger()}

    for link in (ours, theirs):
        await office.does("officer", "LinkLetter", id=letter["id"], link=link)
    after = await office.does("officer", "UnlinkLetter", id=letter["id"], link=ours)

    assert after["state"]["links"] == [theirs]
    changes = [each["change"] for each in (await office.messages_about(letter["id"]))[1:]]
    assert changes == [
        {"link": ours, "how": "added"}, {"link": theirs, "how": "added"}, {"link": ours, "how": "removed"},
    ]  # fmt: skip


async def test_a_link_is_made_once_to_what_is_there_and_only_a_link_is_taken_away(office: Office) -> None:
    letter = await post.came_in(office)
    trip: dict[str, Any] = {"id": letter["id"], "link": {"kind": "trip", "id": post.stranger()}}
    await office.does("officer", "LinkLetter", **trip)

    twice = await office.refuses("officer", "LinkLetter", **trip)
    nothing = await office.refuses(
        "officer", "LinkLetter", id=letter["id"], link={"kind": "agreement", "id": post.stranger()}
    )
    itself = await office.refuses("officer", "LinkLetter", id=letter["id"], link={"kind": "letter", "id": letter["id"]})
    never = await office.refuses(
        "officer", "UnlinkLetter", id=letter["id"], link={"kind": "visit", "id": post.stranger()}
    )
    odd = await office.refuses("officer", "LinkLetter", id=letter["id"], link={"kind": "loaf", "id": post.stranger()})

    assert (twice, nothing, itself, never, odd) == (
        "letter-linked-already", "letter-link-unknown", "letter-link-unknown", "letter-not-linked", "invalid-input",
    )  # fmt: skip
