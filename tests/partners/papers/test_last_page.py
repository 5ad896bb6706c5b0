"""No page holds a signature alone, however long what is signed is."""

from dataclasses import replace
from typing import Any

import pytest

from korpu_chassis.i18n.text import Language
from korpu_documents.papers.letterhead import our_names
from korpu_documents.papers.previews import TemplateLook, sample
from korpu_documents.papers.typesetting import LAST_WORDS, Content, ended, printed, same
from korpu_partners.generated_documents.domain.templates import templates
from tests.papers import pages

SENTENCE = "Tərəflər bunu birlikdə edirlər."
SIGNS = "Yusif Yusibov"
LENGTHS = range(8, 80, 8)
"""In sentences: a page of one language ends somewhere between them, and one of two languages twice."""


def of_length(template: str, languages: tuple[Language, ...], sentences: int, **more: Any) -> Content:
    """A paper with one text of so many sentences, in paragraphs of four, and somebody who signs."""
    made = sample(templates, TemplateLook(template=template, languages=languages))
    paragraphs = [" ".join([SENTENCE] * 4)] * (sentences // 4)
    clause = {"heading": same("Maddə", languages), "text": same("\n".join(paragraphs), languages)}
    return replace(made, clauses=[clause], more={**made.more, **more})


async def page_of_the_signature(content: Content) -> str:
    """What stands on the page on which somebody signs."""
    [page] = [each for each in pages(await printed(content, None)) if SIGNS in each]
    return page


@pytest.mark.parametrize("languages", [("az",), ("az", "fr")])
@pytest.mark.parametrize("template", ["letter", "termination"])
async def test_a_signature_stands_below_words_of_the_letter(template: str, languages: tuple[Language, ...]) -> None:
    signs = {"name": SIGNS, "function": same("Rektor", languages)}
    for sentences in LENGTHS:
        content = of_length(template, languages, sentences, signatory=signs).with_last_words()

        assert SENTENCE in await page_of_the_signature(content), sentences


@pytest.mark.parametrize("languages", [("az",), ("az", "fr")])
@pytest.mark.parametrize(("template", "signers"), [("agreement", 2), ("agreement", 3), ("amendment", 4)])
async def test_signatures_stand_below_the_last_article(
    template: str, signers: int, languages: tuple[Language, ...]
) -> None:
    ours = {"name": our_names(languages), "told": our_names(languages), "lines": [same("Gəncə", languages)] * 5}
    acts = {"representative": SIGNS, "function": same("Rektor", languages)}
    closing = {"heading": same("Nüsxələr", languages), "text": same("İki nüsxədə.", languages)}
    for sentences in LENGTHS:
        content = of_length(template, languages, sentences, sides=[{**ours, **acts}] * signers, closing=closing)

        assert "İki nüsxədə." in await page_of_the_signature(content), sentences


async def test_of_signers_that_no_page_holds_each_pair_says_what_it_signs() -> None:
    ours = {"name": our_names(["az"]), "told": our_names(["az"]), "lines": [same("Gəncə", ("az",))] * 9}
    content = of_length("agreement", ("az",), 4, sides=[{**ours, "representative": SIGNS, "function": None}] * 20)

    told = [each for each in pages(await printed(content, None)) if SIGNS in each]

    assert len(told) > 1
    assert all(f"Tərəflərin imzaları: № {content.number}" in each for each in told[1:])


def test_last_words_are_a_paragraph_or_what_ends_it() -> None:
    long = " ".join([SENTENCE] * 60)

    told, last = ended({"az": f"Hörmətli həmkarlar!\n\n{long}", "en": "One.\nTwo."})

    assert (told["en"], last["en"]) == ("One.", "Two.")
    assert told["az"].startswith("Hörmətli həmkarlar!")
    assert last["az"].startswith("Tərəflər")
    assert len(last["az"]) <= LAST_WORDS
    assert ended({"az": "a" * 2000})[1]["az"] == "a" * LAST_WORDS
    assert ended({"az": "Salam"}) == ({"az": ""}, {"az": "Salam"})
