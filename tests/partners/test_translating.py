"""Translating what partners publish: the original, the approvals and what was signed stay as they are."""

from typing import Any

import pytest

from tests.office import Office, Refused
from tests.partners.agreements import history
from tests.partners.agreements.amended import approved, proposed, running, signed

PROMISE: dict[str, Any] = {"text": {"az": "Hər il hesabat verir", "en": "Reports every year"}}


async def test_a_translated_obligation_leaves_every_approval_standing(office: Office) -> None:
    agreement = await history.in_review(office, "department", obligations=[PROMISE])
    promise = agreement["obligations"][0]
    asked: dict[str, Any] = {
        "field": "obligations",
        "part": promise["id"],
        "language": "de",
        "words": "Berichtet jährlich",
    }

    after = (await office.does("officer", "TranslateAgreement", id=agreement["id"], follows=1, **asked))["state"]

    assert after["terms_hash"] == agreement["terms_hash"]
    assert after["approvals"] == agreement["approvals"] != []
    assert after["obligations"][0]["text"]["texts"]["de"] == {"text": "Berichtet jährlich", "revision": 1}
    assert (await office.said_about(agreement["id"]))[-1] == "translated"


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"follows": 2}, "translation-follows-another"),
        ({"language": "az"}, "translation-of-itself"),
        ({"field": "obligations", "part": "nobody"}, "no-such-text"),
        ({"field": "obligations"}, "no-such-text"),
    ],
)
async def test_what_is_no_translation_is_refused(office: Office, given: dict[str, Any], code: str) -> None:
    agreement = await history.draft(office, title={"az": "Tələbə mübadiləsi"})
    asked: dict[str, Any] = {"field": "title", "language": "de", "words": "Austausch", "follows": 1}

    with pytest.raises(Refused) as refused:
        await office.does("officer", "TranslateAgreement", id=agreement["id"], **{**asked, **given})

    assert refused.value.code == code


async def test_an_edited_original_marks_its_translations_until_they_follow(office: Office) -> None:
    agreement = await history.draft(office, title={"az": "Tələbə mübadiləsi", "fr": "Échange"})
    await office.does("officer", "RetitleAgreement", id=agreement["id"], title={"az": "Müəllim mübadiləsi"})
    asked: dict[str, Any] = {"field": "title", "language": "fr", "words": "Échange d'enseignants", "follows": 2}

    after = (await office.does("head", "TranslateAgreement", id=agreement["id"], **asked))["state"]

    assert after["title"]["texts"]["fr"] == {"text": "Échange d'enseignants", "revision": 2}
    assert after["title"]["texts"]["az"]["revision"] == after["title"]["revision"] == 2


async def test_a_translation_made_while_an_amendment_waits_outlives_it_and_touches_no_approval(office: Office) -> None:
    agreement = await running(office, obligations=[PROMISE, {"text": {"az": "Kitab verir", "fr": "Prête des livres"}}])
    stays, reworded = agreement["obligations"]
    kept = [{"id": stays["id"], **PROMISE}, {"id": reworded["id"], "text": {"az": "Kitab bağışlayır"}}]
    await proposed(office, agreement, obligations=kept)
    before = (await approved(office, agreement))["amendments"][0]
    about: dict[str, Any] = {"id": agreement["id"], "field": "obligations", "follows": 1}
    await office.does("officer", "TranslateAgreement", **about, part=stays["id"], language="de", words="Berichtet")
    given: dict[str, Any] = {"part": reworded["id"], "language": "fr", "words": "Prête ses livres"}
    waiting = (await office.does("officer", "TranslateAgreement", **about, **given))["state"]["amendments"][0]

    after = await signed(office, agreement)

    assert (waiting["terms_hash"], waiting["review"]) == (before["terms_hash"], before["review"])
    first, second = (each["text"] for each in after["obligations"])
    assert first["texts"]["de"] == {"text": "Berichtet", "revision": 1}
    assert second["texts"]["fr"] == {"text": "Prête ses livres", "revision": 1}
    assert (second["revision"], second["texts"]["az"]["text"]) == (2, "Kitab bağışlayır")


async def test_a_fresh_translation_in_an_amendment_gives_way_to_no_older_one(office: Office) -> None:
    agreement = await running(office, obligations=[PROMISE])
    [promise] = agreement["obligations"]
    anew = {"id": promise["id"], "text": {"az": "Hər ay hesabat verir", "en": "Reports every month"}}
    await proposed(office, agreement, obligations=[anew])
    await approved(office, agreement)
    given: dict[str, Any] = {"field": "obligations", "part": promise["id"], "language": "en", "follows": 1}
    await office.does("officer", "TranslateAgreement", id=agreement["id"], words="Reports yearly", **given)

    after = await signed(office, agreement)

    assert after["obligations"][0]["text"]["texts"]["en"] == {"text": "Reports every month", "revision": 2}


async def test_an_amendment_of_translations_alone_amends_nothing(office: Office) -> None:
    agreement = await running(office, obligations=[PROMISE])
    same = {"id": agreement["obligations"][0]["id"], "text": {"de": "Berichtet jährlich"}}
    given: dict[str, Any] = {"id": agreement["id"], "title": {"en": "In German"}, "obligations": [same]}

    assert await office.refuses("officer", "ProposeAmendment", **given) == "agreement-amends-nothing"
