"""What people read is in their language: refusals, titles, and the mark on a translation that is out of date."""

import pytest

from korpu_local.portal import Refused
from tests.journeys.office import Office

pytestmark = pytest.mark.journey

WORDS = {
    "az": "İmza tarixi ({on}) gələcəkdədir.",
    "en": "The signature's date ({on}) is in the future.",
    "ru": "Дата подписи ({on}) — в будущем.",
    "de": "Das Datum der Unterschrift ({on}) liegt in der Zukunft.",
    "fr": "La date de la signature ({on}) est dans le futur.",
}
TITLE = "query($id: ID!) { agreement(id: $id) { title { text de: text(lang: DE) languages outdated } } }"


def test_a_refusal_is_told_in_the_callers_language(office: Office) -> None:
    agreement = office.approved(office.partner())
    tomorrow = office.days.day(1)

    for language, words in WORDS.items():
        with pytest.raises(Refused) as refused:
            office.as_role("officer", language=language).does(
                "SignAgreement", id=agreement["id"], signatures=office.signatures(agreement, tomorrow)
            )

        assert refused.value.code == "agreement-signed-in-the-future"
        assert refused.value.message == words.format(on=tomorrow.isoformat())


def test_wrong_input_is_told_in_the_callers_language_with_its_field(office: Office) -> None:
    told = {}
    for language in ("az", "en"):
        with pytest.raises(Refused) as refused:
            office.as_role("officer", language=language).does(
                "RegisterOrganisation",
                names=[{"language": "en", "kind": "label", "text": "Nowhere"}],
                kinds=["university"],
                scope="foreign",
                country="ZZ",
            )
        told[language] = (refused.value.code, refused.value.message)

    assert {code for code, _ in told.values()} == {"invalid-input"}
    assert told["az"][1] != told["en"][1]


def test_a_title_falls_back_and_an_edited_original_marks_its_translations_outdated(office: Office) -> None:
    draft = office.draft(office.partner(), title={"az": "Anlaşma memorandumu", "en": "Memorandum", "de": "Memorandum"})

    office.officer.does("RetitleAgreement", id=draft["id"], title={"az": "Yeni memorandum"})
    in_russian = office.as_role("officer", language="ru").asks(TITLE, id=draft["id"])["agreement"]["title"]
    in_english = office.officer.asks(TITLE, id=draft["id"])["agreement"]["title"]

    assert in_russian["text"] == "Yeni memorandum"
    assert (in_english["text"], in_english["de"]) == ("Memorandum", "Memorandum")
    assert (in_english["languages"], in_english["outdated"]) == (["AZ", "EN", "DE"], ["EN", "DE"])
