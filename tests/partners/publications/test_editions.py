"""Editions follow the source: a changed source leaves every translation behind, and says so."""

from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as some

from korpu_partners.publications.domain.freshness import is_outdated, may_come_out, outdated_in, revised
from korpu_partners.publications.parts import Edition
from tests.office import Office
from tests.partners.publications import press

LANGUAGES = ("az", "en", "ru", "de", "fr")


async def test_a_revised_source_marks_every_begun_translation_by_one_message(office: Office) -> None:
    work = await press.planned(office, languages=["en", "de", "fr"])
    for language in ("en", "de"):
        await press.translated(office, work, language)

    revised_now = await office.does("officer", "ReviseSource", id=work["id"], changed="A new chapter on verbs")

    message = (await office.messages_about(work["id"]))[-1]
    told = {"revision": 2, "outdated": ["en", "de"], "council_behind": False, "changed": "A new chapter on verbs"}
    assert message["change"] == told
    assert revised_now["state"]["outdated"] is True
    marks = {each["language"]: each["outdated"] for each in revised_now["state"]["editions"]}
    assert marks == {"az": False, "en": True, "de": True, "fr": False}


async def test_an_outdated_edition_comes_out_only_up_to_date_or_by_the_heads_word(office: Office) -> None:
    work = await press.in_production(office)
    await press.translated(office, work)
    await press.printed(office, work, "en")
    await office.does("officer", "ReviseSource", id=work["id"], changed="A misprint on page 12")
    await press.decided(office, work)
    waiver = {"id": work["id"], "language": "en", "reason": "The page is not in the English edition"}

    old = await office.refuses("officer", "PublishPublication", id=work["id"], on="2026-09-07")
    denied = await office.refuses("officer", "WaiveFreshness", **waiver)
    await office.does("head", "WaiveFreshness", **waiver)
    out = await office.does("officer", "PublishPublication", id=work["id"], on="2026-09-07")

    assert (old, denied, out["status"]) == ("publication-edition-outdated", "forbidden", "published")


async def test_the_heads_word_excuses_that_an_edition_is_behind_and_nothing_else(office: Office) -> None:
    work = await press.in_production(office)
    about: press.Work = {"id": work["id"], "language": "en"}
    await office.does("officer", "AssignTranslator", **about, translator_id=uuid4())
    await office.does("officer", "DeliverTranslation", **about, follows=1)
    await press.printed(office, work, "en")
    await office.does("officer", "ReviseSource", id=work["id"], changed="A misprint on page 12")
    await press.decided(office, work)
    await office.does("head", "WaiveFreshness", **about, reason="The page is not in the English edition")

    unread = await office.refuses("officer", "PublishPublication", id=work["id"], on="2026-09-07")
    read = await office.does("officer", "ApproveTranslation", **about, reviewer_id=uuid4())
    out = await office.does("officer", "PublishPublication", id=work["id"], on="2026-09-07")

    assert unread == "publication-edition-not-approved"
    assert (read["state"]["editions"][1]["status"], out["status"]) == ("approved", "published")


async def test_a_translation_brought_up_to_date_follows_the_new_revision(office: Office) -> None:
    work = await press.planned(office)
    await press.translated(office, work)
    await office.does("officer", "ReviseSource", id=work["id"], changed="New exercises")
    about = {"id": work["id"], "language": "en"}

    await office.does("officer", "DeliverTranslation", **about, follows=1)
    old = await office.refuses("officer", "ApproveTranslation", **about, reviewer_id=uuid4())
    fresh = await office.does("officer", "DeliverTranslation", **about, follows=2)

    assert old == "publication-edition-outdated"
    assert (fresh["state"]["outdated"], fresh["state"]["editions"][1]["follows"]) == (False, 2)


async def test_a_translation_is_returned_and_mended(office: Office) -> None:
    work = await press.planned(office)
    about = {"id": work["id"], "language": "en"}
    await office.does("officer", "AssignTranslator", **about, translator_id=uuid4())
    await office.does("officer", "DeliverTranslation", **about, follows=1)

    returned = await office.does("officer", "ReturnTranslation", **about, reviewer_id=uuid4(), reason="Terms differ")
    mended = await office.does("officer", "DeliverTranslation", **about, follows=1)

    assert returned["state"]["editions"][1]["status"] == "returned"
    assert mended["state"]["editions"][1]["status"] == "in_review"


@pytest.mark.parametrize(
    ("command", "given_", "code"),
    [
        ("AddEdition", {"language": "en"}, "publication-edition-exists"),
        ("AssignTranslator", {"language": "fr", "translator_id": str(uuid4())}, "publication-no-such-edition"),
        ("AssignTranslator", {"language": "az", "translator_id": str(uuid4())}, "publication-source-is-not-translated"),
        ("DeliverTranslation", {"language": "en", "follows": 1}, "publication-edition-wrong-step"),
    ],
)
async def test_steps_of_a_translation_that_are_refused(
    office: Office, command: str, given_: press.Work, code: str
) -> None:
    work = await press.planned(office)

    assert await office.refuses("officer", command, id=work["id"], **given_) == code


async def test_who_translates_does_not_review_and_follows_what_there_is(office: Office) -> None:
    work, translator = await press.planned(office), uuid4()
    about = {"id": work["id"], "language": "en"}
    await office.does("officer", "AssignTranslator", **about, translator_id=translator)

    ahead = await office.refuses("officer", "DeliverTranslation", **about, follows=2)
    await office.does("officer", "DeliverTranslation", **about, follows=1)
    own = await office.refuses("officer", "ApproveTranslation", **about, reviewer_id=translator)
    fresh = await office.refuses("head", "WaiveFreshness", **about, reason="In a hurry")

    assert (ahead, own, fresh) == (
        "publication-no-such-revision", "publication-translator-reviews", "publication-edition-is-fresh",
    )  # fmt: skip


async def test_who_translates_reads_the_work_brings_their_edition_and_delivers_it(office: Office) -> None:
    work, person = await press.planned(office), uuid4()
    who: press.Work = {"subject": "translator-1", "person_id": person}
    english, german = ({"id": work["id"], "language": each} for each in ("en", "de"))
    file = await press.brought(office, "staff", **who)
    before = await office.asks("staff", "GET", f"/publication/{work['id']}", **who)
    await office.does("officer", "AssignTranslator", **english, translator_id=person)
    await office.does("officer", "AssignTranslator", **german, translator_id=uuid4())

    after = await office.asks("staff", "GET", f"/publication/{work['id']}", **who)
    await office.does("staff", "AttachManuscript", by=who, **english, file=file, title="English")
    done = await office.does("staff", "DeliverTranslation", by=who, **english, follows=1)

    assert (before.status_code, after.status_code) == (404, 200)
    assert {each["language"]: each["status"] for each in done["state"]["editions"]}["en"] == "in_review"
    another = "publication-edition-of-another"
    assert await office.refuses("staff", "DeliverTranslation", by=who, **german, follows=1) == another
    assert await office.refuses("staff", "AttachManuscript", by=who, **german, file=file, title="German") == another
    assert await office.refuses("staff", "CorrectPublication", by=who, id=work["id"], discipline="0232") == "forbidden"
    await office.does("officer", "AssignTranslator", **english, translator_id=uuid4())
    replaced = await office.asks("staff", "GET", f"/publication/{work['id']}", **who)
    assert replaced.status_code == 404


editions = some.lists(
    some.builds(Edition, language=some.sampled_from(LANGUAGES), follows=some.none() | some.integers(1, 9)),
    unique_by=lambda each: each.language,
)


@given(editions, some.sampled_from(LANGUAGES), some.integers(9, 20))
def test_after_a_revision_all_that_was_begun_but_the_source_is_outdated(
    held: list[Edition], source: str, revision: int
) -> None:
    now = revised(held, source, revision + 1)

    begun = {each.language for each in held if each.follows and each.language != source}
    assert set(outdated_in(now, revision + 1)) == begun
    assert not any(may_come_out(each, revision + 1) for each in now if is_outdated(each, revision + 1))
