"""What an amendment changes, row by row: what it is about, what held before, and what holds then."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from korpu_documents.papers.editions import Edition
from korpu_documents.papers.letterhead import Names
from korpu_documents.papers.typesetting import Languages, same
from korpu_partners.generated_documents.policies.agreement_content import (
    NONE,
    Terms,
    article,
    articles_in,
    condition,
    day_or_none,
    obligation,
    word,
)

Row = list[Names]
SEATS = ("from", "to", None, None, "people", "length")
PROMISE = (None, None, "due", "amount")
"""Which cells of a row need their heading to be understood outside of a table."""
COUNTED = ("notice_days", "period_months", "review_months")


def changes_of(
    before: Terms, after: Terms, names: Mapping[UUID | None, Names], edition: Edition, languages: Languages
) -> Iterator[Row]:
    """Every difference between two versions of the terms, in the order in which an agreement says them."""
    for name in ("starts", "ends"):
        if before[name] != after[name]:
            yield [
                word(name, edition, languages),
                day_or_none(before[name], languages),
                day_or_none(after[name], languages),
            ]
    yield from _renewals(before["renewal"], after["renewal"], edition, languages)

    def seats(held: Terms) -> Names:
        return _told(condition(held, names, edition, languages), SEATS, edition, languages)

    def promise(held: Terms) -> Names:
        return _told(obligation((1, held), after, names, languages), PROMISE, edition, languages)

    for what, tell in (("conditions", seats), ("obligations", promise)):
        told = [{each["id"]: tell(each) for each in version[what]} for version in (before, after)]
        yield from _listed(word(f"one-of-{what}", edition, languages), told[0], told[1], same(NONE, languages))


def articles_changed(before: Terms, after: Terms, edition: Edition, languages: Languages) -> Iterator[dict[str, Names]]:
    """What becomes of articles: those that read otherwise in full, those that are new, and what is left out."""
    told = [
        {each["id"]: article((place, each), languages) for place, each in enumerate(articles_in(version), 1)}
        for version in (before, after)
    ]
    for id, held in told[0].items():
        if id not in told[1]:
            yield _article("article-dropped", held, edition, languages)
    for id, held in told[1].items():
        if held != told[0].get(id):
            yield _article("article-changed" if id in told[0] else "article-added", held, edition, languages)


def _article(word: str, held: Mapping[str, Names], edition: Edition, languages: Languages) -> dict[str, Names]:
    """Under its heading what becomes of it, and below how it reads; of one that is left out, how it read."""
    begins = {each: edition.words[word][each] for each in languages}
    return {
        "heading": held["heading"],
        "text": {each: f"{begins[each]}\n{held['text'][each]}" for each in languages},
    }


def _renewals(before: Terms, after: Terms, edition: Edition, languages: Languages) -> Iterator[Row]:
    if before["mode"] != after["mode"]:
        yield [
            word("renewal", edition, languages),
            *(word(f"mode-{each['mode']}", edition, languages) for each in (before, after)),
        ]
    for name in COUNTED:
        if before[name] != after[name]:
            told = (same(each[name], languages) for each in (before, after))
            yield [word(name.replace("_", "-"), edition, languages), *told]


def _listed(what: Names, before: Mapping[str, Names], after: Mapping[str, Names], nothing: Names) -> Iterator[Row]:
    """Pairs by identity; what was and what comes alone stands beside a dash, and what only changed its id nowhere."""
    for id, told in before.items():
        if id in after and told != after[id]:
            yield [what, told, after[id]]
    gone = [told for id, told in before.items() if id not in after]
    new = [told for id, told in after.items() if id not in before]
    for told in list(gone):
        if told in new:
            gone.remove(told)
            new.remove(told)
    yield from ([what, told, nothing] for told in gone)
    yield from ([what, nothing, told] for told in new)


def _told(cells: Sequence[Any], headings: Sequence[str | None], edition: Edition, languages: Languages) -> Names:
    """A row of a table in one sentence of each language."""

    def said(language: str) -> Iterator[str]:
        for cell, heading in zip(cells, headings, strict=True):
            told = cell if isinstance(cell, str) else cell[language]
            if told != NONE:
                yield f"{edition.words[heading][language]}: {told}" if heading else told

    return {language: "; ".join(said(language)) for language in languages}
