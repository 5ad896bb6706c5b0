"""Translating what partners publish: the original, the approvals and what was signed stay as they are."""

from typing import Any

import pytest

from tests.office import Office, Refused
from tests.partners.agreements import history

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
