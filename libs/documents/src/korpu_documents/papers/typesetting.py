"""What a paper says, before it is made: its words in its languages, and the sheet that is typeset of them."""

import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any, Literal, Protocol
from uuid import UUID

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import Language, LocalizedText, Texts
from korpu_documents.papers.codes import shown
from korpu_documents.papers.editions import SHARED, Edition
from korpu_documents.papers.letterhead import DEPARTMENT, Names, letterhead, our_names
from korpu_documents.papers.refusals import CannotBePrinted, LanguageMissing, PressIsBusy
from korpu_documents.typeset import CannotTypeset, PressBusy, Sheet, qr_code, typeset

Languages = tuple[Language, ...]
WRITTEN = {"en": "en_GB"}
"""Days come before months, in English too."""
CREDIT = {"az": "AKTS"}
"""What the European credit is called where it is not ECTS."""
WITH_LAST_WORDS = 3
"""The version of what papers share from which on a signature stands below the last words."""
LAST_WORDS = 900
"""So many signs fit on a page together with a signature, in two columns too."""
LONGEST_FUNCTION = 300


@dataclass(frozen=True)
class Content:
    """What stands on a paper, in its languages."""

    edition: Edition
    languages: Languages
    number: str
    on: date
    title: Names
    clauses: Sequence[Mapping[str, Any]]
    parties: Sequence[Names]
    mark: Literal["draft", "preview"] | None = None
    more: Mapping[str, Any] = field(default_factory=dict)

    def marked(self, *, draft: bool = False, preview: bool = False) -> "Content":
        """The same content with the watermark that it needs."""
        return replace(self, mark="preview" if preview else "draft" if draft else None)

    def with_more(self, **more: Any) -> "Content":
        """The same content, and besides what a template shows in a place of its own."""
        return replace(self, more={**self.more, **more})

    def and_clause(self, clause: Mapping[str, Any]) -> "Content":
        """The same content with one more clause at its end."""
        return replace(self, clauses=[*self.clauses, clause])

    def with_last_words(self) -> "Content":
        """The same content, whose last words stand with the signature where the template has that place."""
        if self.edition.house < WITH_LAST_WORDS:
            return self
        *before, clause = self.clauses
        told, last = ended(clause["text"])
        headed = {**clause, "heading": same("", self.languages)}
        if any(told.values()):
            return replace(self, clauses=[*before, {**clause, "text": told}]).with_more(
                closing={**headed, "text": last}
            )
        return replace(self, clauses=before).with_more(closing={**clause, "text": last})


class Subject(Protocol):
    """What a paper is of, as it stood when it was read."""

    @property
    def id(self) -> UUID:
        """Which one."""

    @property
    def version(self) -> int:
        """As which of its versions it was read."""


Hold = Callable[[UUID, UnitOfWork], Awaitable[int]]
"""Holds what a paper is of until the transaction ends, and says its version."""


@dataclass(frozen=True)
class Manuscript:
    """A paper before it is made: what it is of as that stands now, what it says, whom it names, what is recorded.

    Nobody waits for the typesetting to change what a paper is of: `hold` is asked only when the paper is entered.
    """

    subject: Subject
    hold: Hold
    content: Content
    parties: Mapping[UUID | None, Names]
    recorded: Mapping[str, Any]


def said(text: LocalizedText, languages: Languages, what: str) -> Names:
    """The text in each of these languages as it was written; nothing stands in for what is missing."""
    for language in languages:
        if language not in text.texts:
            raise LanguageMissing("languages", what=what, language=language)
    return {language: text.texts[language].text for language in languages}


def day(value: date, languages: Languages) -> Names:
    """The day as each language writes it."""
    return {language: format_date(value, "long", locale=WRITTEN.get(language, language)) for language in languages}


def same(value: object, languages: Languages) -> Names:
    """What is written alike in every language."""
    return {language: str(value) for language in languages}


def spoken(languages: Languages) -> Names:
    """The languages of a paper, named in each of them."""
    return listed([{one: str(Locale(one).languages[each]) for one in languages} for each in languages], languages)


def listed(several: Sequence[Names], languages: Languages) -> Names:
    """Several things in one sentence, as each language joins them: *A, B və C*, “A, B and C”."""
    return {each: format_list([names[each] for names in several], locale=WRITTEN.get(each, each)) for each in languages}


def in_ects(amount: Decimal, languages: Languages) -> Names:
    """Credits as each language writes its numbers, under the one name that each has for them."""
    plain = amount.normalize()
    return {
        each: f"{format_decimal(plain, locale=WRITTEN.get(each, each))} {CREDIT.get(each, 'ECTS')}"
        for each in languages
    }


def ended(text: Names) -> tuple[Names, Names]:
    """The text and its last words, which stand with the signature; what comes before may be empty."""
    parted = {each: _parted(words) for each, words in text.items()}
    return {each: told for each, (told, _) in parted.items()}, {each: last for each, (_, last) in parted.items()}


def _parted(words: str) -> tuple[str, str]:
    """The last paragraph apart, or what ends it: from a sentence on, else from a word, else from any sign."""
    told, _, last = words.strip().rpartition("\n")
    if len(last) <= LAST_WORDS:
        return told.strip(), last
    from_here = len(last) - LAST_WORDS
    found = re.compile(r"[.!?…]\s+").search(last, from_here) or re.compile(r"\s+").search(last, from_here)
    cut = found.end() if found else from_here
    return f"{told}\n{last[:cut]}".strip(), last[cut:]


def country(code: str, languages: Languages) -> Names:
    """The name of a country in each language."""
    return {each: str(Locale(each).territories.get(code, code)) for each in languages}


def labelled(edition: Edition, values: Mapping[str, Names | str | None]) -> list[dict[str, Any]]:
    """Particulars below each other, each under its word of the template; what is not known is left out."""
    return [{"label": edition.words[word], "value": value} for word, value in values.items() if value]


def table(key: str, columns: Mapping[str, float], rows: Sequence[Sequence[Names | str]]) -> dict[str, Any]:
    """A table under its word, with the words of its columns and how wide they are to each other; none without rows."""
    return {"key": key, "columns": list(columns.values()), "head": list(columns), "rows": rows}


def signing(name: str | None, function: Texts | None, languages: Languages) -> dict[str, object] | None:
    """Who signs, with the function in the languages of the paper; nobody is named where a pen fills it in."""
    if name is None:
        return None
    told = functional(function, languages, "signatory_function") if function else None
    return {"name": name, "function": told or same("", languages)}


def functional(function: Texts, languages: Languages, path: str) -> Names:
    """What office somebody holds, in words that leave room for the signature."""
    told = said(LocalizedText.of(function), languages, path)
    if any(len(words) > LONGEST_FUNCTION for words in told.values()):
        raise CannotBePrinted(path)
    return told


async def printed(content: Content, code: str | None) -> bytes:
    """The PDF of this content; the same content under the same code is the same file."""
    try:
        return await typeset(sheet_of(content, code))
    except CannotTypeset:
        raise CannotBePrinted from None
    except PressBusy:
        raise PressIsBusy from None


def sheet_of(content: Content, code: str | None) -> Sheet:
    """The content as the template takes it."""
    address = letterhead().address_of(code) if code else None
    data = {
        "languages": content.languages,
        "house": {
            "names": our_names(content.languages),
            "department": DEPARTMENT,
            "address": letterhead().postal_address,
        },
        "words": content.edition.words,
        "number": content.number,
        "date": day(content.on, content.languages),
        "on": [content.on.year, content.on.month, content.on.day],
        "title": content.title,
        "mark": content.mark,
        "shown-code": shown(code) if code else None,
        "address": address or "",
        "qr": qr_code(address) if address else None,
        "parties": [{"name": names} for names in content.parties],
        "addressees": [],
        "signatory": None,
        "clauses": content.clauses,
        "conditions": [],
        "obligations": [],
        "changes": [],
        **content.more,
    }
    made = datetime.combine(content.on, time.min, tzinfo=UTC)
    return Sheet(content.edition.root, content.edition.source, data, made, shared=SHARED)


def short_day(value: date) -> str:
    """The day in figures, for tables."""
    return f"{value:%d.%m.%Y}"


def titled(edition: Edition, languages: Languages) -> Names:
    """The title of a template in each of these languages."""
    return {each: edition.title[each] for each in languages}


def worded(edition: Edition, word: str, languages: Languages) -> Names:
    """A word of a template in each of these languages."""
    return {each: edition.words[word][each] for each in languages}
