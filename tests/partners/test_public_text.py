"""What must not go out on topics is refused at the door, and rows of old registers wait for their repair."""

from typing import Any

import pytest

from korpu_chassis.identity import subjects
from tests.office import Office
from tests.partners.letters import post
from tests.partners.registers.registry import PARTNERS, imported, rows, workbook
from tests.partners.registers.test_letters import old

ADDRESS = "leyla@gdu.edu.az"


async def organisation(office: Office) -> str:
    about: dict[str, Any] = {"kinds": ["university"], "scope": "foreign", "country": "DE"}
    names = [{"language": "en", "kind": "label", "text": "University of Konstanz"}]
    return str((await office.does("officer", "RegisterOrganisation", names=names, **about))["id"])


@pytest.mark.parametrize(
    ("reason", "code"),
    [
        ("Zəng edin: 050 123 45 67", "phone-in-text"),
        ("Yazın: leyla@gmail.com", "email-in-text"),
        ("Pasport AZE12345678", "passport-in-text"),
        ("AZ21 NABZ 0000 0000 1370 1000 1944", "iban-in-text"),
    ],
)
async def test_a_text_that_tells_of_a_person_is_refused_and_nothing_is_said(
    office: Office, reason: str, code: str
) -> None:
    known = await organisation(office)
    before = await office.messages_about(known)
    body = {"id": known, "reason": reason}

    answer = await office.asks("head", "POST", "/commands/archive-organisation", json=body)

    assert answer.status_code == 422
    assert [(each["path"], each["code"]) for each in answer.json()["errors"]] == [("reason", code)]
    assert reason not in answer.text
    assert await office.messages_about(known) == before


async def test_the_mailbox_of_a_person_is_refused_and_that_of_an_office_published(office: Office) -> None:
    known = await organisation(office)
    body = {"id": known, "role": "research", "mailbox": "erika@gmail.com"}

    personal = await office.asks("officer", "POST", "/commands/add-contact", json=body)
    kept = await office.does("officer", "AddContact", id=known, role="research", mailbox="erasmus@uni-konstanz.de")

    assert [each["code"] for each in personal.json()["errors"]] == ["personal-mailbox"]
    assert kept["state"]["contacts"][0]["mailbox"] == "erasmus@uni-konstanz.de"


async def test_rows_of_an_old_register_wait_for_the_repair_of_their_words(office: Office) -> None:
    await imported(office, workbook(PARTNERS))

    known = await old(office, ("Daxil olan", 118, "12.5.98", "Universität Bonn", "Dəvət, tel. 498 00 00", "Aysel"))

    (row,) = await rows(office, known["id"], "needs_repair")
    assert [(each["column"], each["code"]) for each in row["remarks"]] == [("E", "phone-in-text")]


async def test_who_is_named_by_an_address_is_an_opaque_id_on_topics_and_known_again(office: Office) -> None:
    subjects.hide_with("a key for this test alone")
    try:
        letter = await post.came_in(office, assignee=ADDRESS, backup="leyla.mammadova")
        made = await office.asks("head", "DELETE", "/calendars", params={"subject": ADDRESS})
    finally:
        subjects.hide_with(None)

    assert made.status_code == 200
    assert subjects.DERIVED.fullmatch(letter["assignee"])
    assert subjects.DERIVED.fullmatch(letter["backup"])
    assert "leyla" not in str(await office.messages_about(letter["id"]))
