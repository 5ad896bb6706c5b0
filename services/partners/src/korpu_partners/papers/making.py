"""How a paper is made: its data is put together, typeset, and kept with its hash beside its entry."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from typing import Any
from uuid import UUID

from babel import Locale
from babel.dates import format_date
from sqlalchemy.dialects.postgresql import insert

from korpu_chassis.text import Language, LocalizedText, Texts
from korpu_chassis.work import Work
from korpu_documents.typeset import CannotTypeset, Sheet, qr_code, typeset
from korpu_partners.papers.editions import TEMPLATES, Edition, edition
from korpu_partners.papers.house import DEPARTMENT, letterhead
from korpu_partners.papers.lifecycle import (
    CannotBePrinted,
    LanguageMissing,
    NoSuchTemplate,
    PaperStatus,
    WrongLanguages,
    digest_of,
    new_code,
    shown,
)
from korpu_partners.papers.messages import PaperMade
from korpu_partners.papers.subjects import Names, our_names
from korpu_partners.papers.tables import Paper, PaperFile

Languages = tuple[Language, ...]


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
    draft: bool = False
    more: Mapping[str, Any] = field(default_factory=dict)


def chosen(template: str, version: int | None, languages: Languages) -> Edition:
    """The version of the template that is wanted, in languages that two columns can hold."""
    if len(set(languages)) != len(languages):
        raise WrongLanguages("languages")
    try:
        return edition(template, version)
    except LookupError:
        raise NoSuchTemplate("template_version") from None


def said(text: LocalizedText, languages: Languages, what: str) -> Names:
    """The text in each of these languages as it was written; nothing stands in for what is missing."""
    for language in languages:
        if language not in text.texts:
            raise LanguageMissing("languages", what=what, language=language)
    return {language: text.texts[language].text for language in languages}


def day(value: date, languages: Languages) -> Names:
    """The day as each language writes it."""
    return {language: format_date(value, "long", locale=language) for language in languages}


def same(value: object, languages: Languages) -> Names:
    """What is written alike in every language."""
    return {language: str(value) for language in languages}


def spoken(languages: Languages) -> Names:
    """The languages of a paper, named in each of them."""
    return {language: ", ".join(str(Locale(language).languages[each]) for each in languages) for language in languages}


async def printed(content: Content, code: str | None) -> bytes:
    """The PDF of this content; the same content under the same code is the same file."""
    try:
        return await typeset(sheet_of(content, code))
    except CannotTypeset:
        raise CannotBePrinted from None


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
        "draft": content.draft,
        "shown-code": shown(code) if code else None,
        "address": address or "",
        "qr": qr_code(address) if address else None,
        "parties": [{"name": names} for names in content.parties],
        "addressees": [],
        "signatory": None,
        "clauses": content.clauses,
        "conditions": [],
        "obligations": [],
        **content.more,
    }
    return Sheet(TEMPLATES, content.edition.source, data, datetime.combine(content.on, time.min, tzinfo=UTC))


async def make(content: Content, parties: Mapping[UUID | None, Names], work: Work, **about: Any) -> Paper:
    """Typeset it under a code of its own, keep the file, and say that it was made."""
    code = new_code()
    made = await printed(content, code)
    digest = hashlib.sha256(made).hexdigest()
    series = f"paper-{work.today.year}"
    keeping = insert(PaperFile).values(sha256=digest, content=made).on_conflict_do_nothing()
    await work.session.execute(keeping)
    paper = Paper(
        **{
            "status": PaperStatus.ISSUED,
            "code": f"DOC-{work.today.year}-{await work.number(series):04d}",
            "template": content.edition.template,
            "template_version": content.edition.version,
            "languages": list(content.languages),
            "draft": content.draft,
            "number": content.number,
            "parties": [_named(id, names) for id, names in parties.items()],
            "made_on": work.today,
            "sha256": digest,
            "size": len(made),
            "code_digest": digest_of(code),
            "verification_code": code,
            **about,
        }
    )
    await work.say(paper, PaperMade(sha256=digest))
    return paper


def _named(id: UUID | None, names: Names) -> dict[str, Any]:
    called = LocalizedText.of(Texts.model_validate(names))
    return {"organisation_id": id and str(id), "names": called.model_dump(mode="json")}
