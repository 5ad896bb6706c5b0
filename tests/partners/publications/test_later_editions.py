"""A book that is out comes out in one more language or medium: translated, approved, and told to everybody."""

from typing import Any
from uuid import UUID

import pytest

from tests.office import Office
from tests.partners.publications import press

ENGLISH: dict[str, Any] = {"language": "en", "medium": "print", "isbn": press.ISBNS[1], "pages": 250, "copies": 40}


async def translated_later(office: Office) -> press.Work:
    """The book is out in Azerbaijani; a year later its translation is approved."""
    work = await press.published(office)
    office.clock.move_to(office.clock.now().replace(year=2027))
    return await press.translated(office, work)


async def test_a_translation_that_is_ready_later_comes_out_later(office: Office) -> None:
    work = await translated_later(office)

    out = await office.does("officer", "RecordPrinting", id=work["id"], **ENGLISH)

    assert (out["status"], out["state"]["published_on"]) == ("published", "2026-09-07")
    message = (await office.messages_about(work["id"]))[-1]
    assert message["change"] == {each: ENGLISH[each] for each in ("language", "medium", "isbn")}
    assert (await office.said_about(work["id"]))[-1] == "edition_out"


async def test_copies_of_it_are_given_like_all_others(office: Office) -> None:
    work = await translated_later(office)
    await office.does("officer", "RecordPrinting", id=work["id"], **ENGLISH)
    gift: dict[str, Any] = {"organisation_id": await press.partner(office), "language": "en", "on": "2027-09-07"}

    more = await office.refuses("officer", "GiveCopies", id=work["id"], **gift, copies=41)
    given = await office.does("officer", "GiveCopies", id=work["id"], **gift, copies=40)

    assert (more, len(given["state"]["distributions"])) == ("publication-not-enough-copies", 1)


async def test_a_printed_book_is_read_online_later(office: Office) -> None:
    work = await press.published(office)
    online: dict[str, Any] = {"language": "az", "medium": "online", "isbn": press.ISBNS[2], "pages": 240}

    out = await office.does("officer", "RecordPrinting", id=work["id"], **online)

    assert [each["medium"] for each in out["state"]["editions"][0]["printings"]] == ["print", "online"]


async def test_what_nobody_has_approved_does_not_come_out_later_either(office: Office) -> None:
    work = await press.published(office)

    code = await office.refuses("officer", "RecordPrinting", id=work["id"], **ENGLISH)

    assert code == "publication-edition-not-approved"


async def test_what_follows_an_older_source_comes_out_by_the_heads_word_alone(office: Office) -> None:
    work = await press.in_production(office)
    await press.translated(office, work)
    await office.does("officer", "ReviseSource", id=work["id"], changed="Chapter 3")
    await office.does("head", "WaiveFreshness", id=work["id"], language="az", reason="The council will see it")
    await press.printed(office, work)
    await office.does("officer", "PublishPublication", id=work["id"], on="2026-09-07")

    behind = await office.refuses("officer", "RecordPrinting", id=work["id"], **ENGLISH)
    await office.does("head", "WaiveFreshness", id=work["id"], language="en", reason="Chapter 3 is not translated")
    out = await office.does("officer", "RecordPrinting", id=work["id"], **ENGLISH)

    assert (behind, out["status"]) == ("publication-edition-outdated", "published")


async def test_a_language_is_thought_of_when_the_book_is_out(office: Office) -> None:
    work = await press.published(office)

    await office.does("officer", "AddEdition", id=work["id"], language="fr")
    await press.translated(office, work, "fr")
    out = await office.does("officer", "RecordPrinting", id=work["id"], **{**ENGLISH, "language": "fr"})

    assert [each["language"] for each in out["state"]["editions"] if each["printings"]] == ["az", "fr"]


async def test_the_translator_of_a_book_that_is_out_brings_the_text_and_delivers(office: Office) -> None:
    work, person = await press.published(office), "44444444-4444-4444-8444-444444444444"
    await office.does("officer", "AssignTranslator", id=work["id"], language="en", translator_id=person)
    own: dict[str, Any] = {"person_id": UUID(person)}
    file = await press.brought(office, "staff", **own)
    told = {"id": work["id"], "language": "en"}

    await office.does("staff", "AttachManuscript", by=own, **told, file=file, title="The translation")
    delivered = await office.does("staff", "DeliverTranslation", by=own, **told, follows=1)

    assert [each["status"] for each in delivered["state"]["editions"]] == ["approved", "in_review", "pending"]


@pytest.mark.parametrize("command", ["AddEdition", "RecordPrinting"])
async def test_a_closed_distribution_ends_it(office: Office, command: str) -> None:
    work = await press.published(office)
    gift: dict[str, Any] = {"organisation_id": await press.partner(office), "language": "az", "copies": 1}
    await office.does("officer", "GiveCopies", id=work["id"], on="2026-09-07", **gift)
    await office.does("officer", "CompleteDistribution", id=work["id"])
    said = {"AddEdition": {"language": "fr"}, "RecordPrinting": ENGLISH}[command]

    assert await office.refuses("officer", command, id=work["id"], **said) == "wrong-status"
