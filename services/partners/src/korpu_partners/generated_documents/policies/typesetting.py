"""How a paper is made: its data is put together, typeset, kept with the files, and entered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time
from typing import Any, Literal
from uuid import UUID

from babel import Locale
from babel.dates import format_date

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import Language, LocalizedText, Texts
from korpu_chassis.messaging.epochs import order_of
from korpu_chassis.messaging.outbox import epoch_now
from korpu_documents.content import PDF
from korpu_documents.typeset import CannotTypeset, PressBusy, Sheet, qr_code, typeset
from korpu_partners.files import files
from korpu_partners.generated_documents.domain.editions import TEMPLATES, Edition, edition
from korpu_partners.generated_documents.domain.lifecycle import PaperStatus, digest_of, new_code, shown
from korpu_partners.generated_documents.facts import PaperMade
from korpu_partners.generated_documents.letterhead import DEPARTMENT, letterhead
from korpu_partners.generated_documents.policies.subjects import Names, Subject, our_names, require_unchanged
from korpu_partners.generated_documents.refusals import (
    CannotBePrinted,
    LanguageMissing,
    NoSuchTemplate,
    PressIsBusy,
    WrongLanguages,
)
from korpu_partners.generated_documents.tables import Paper

Languages = tuple[Language, ...]
WRITTEN = {"en": "en_GB"}
"""Days come before months, in English too."""


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


@dataclass(frozen=True)
class Manuscript:
    """A paper before it is made: what it is of as that stands now, what it says, whom it names, what is recorded."""

    subject: Subject
    content: Content
    parties: Mapping[UUID | None, Names]
    recorded: Mapping[str, Any]


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
    return {language: format_date(value, "long", locale=WRITTEN.get(language, language)) for language in languages}


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
    return Sheet(TEMPLATES, content.edition.source, data, datetime.combine(content.on, time.min, tzinfo=UTC))


async def make(manuscript: Manuscript, uow: UnitOfWork) -> Paper:
    """Typeset it under a code of its own, keep the file, and say that it was made.

    The typesetting and the store work before anything is held that others wait for.
    """
    code, content = new_code(), manuscript.content
    made = await printed(content, code)
    kept = await files.put(uow, made, PDF)
    await require_unchanged(manuscript.subject, uow)
    series = f"paper-{uow.today.year}"
    paper = Paper(
        **{
            "status": PaperStatus.ISSUED,
            "code": f"DOC-{uow.today.year}-{await uow.number(series):04d}",
            "template": content.edition.template,
            "template_version": content.edition.version,
            "languages": list(content.languages),
            "draft": content.mark == "draft",
            "number": content.number,
            "subject_version": order_of(await epoch_now(uow.session), manuscript.subject.version),
            "named": [_named(id, names) for id, names in manuscript.parties.items()],
            "made_on": uow.today,
            "code_digest": digest_of(code),
            "verification_code": code,
            **manuscript.recorded,
        }
    )
    language = content.languages[0] if len(content.languages) == 1 else None
    paper.file = await files.attach(uow, paper, kept.sha256, f"{content.number} {paper.code}", language=language)
    await uow.emit(paper, PaperMade(sha256=kept.sha256))
    return paper


def _named(id: UUID | None, names: Names) -> dict[str, Any]:
    called = LocalizedText.of(Texts.model_validate(names))
    return {"organisation_id": id and str(id), "names": called.model_dump(mode="json")}
