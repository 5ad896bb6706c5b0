"""Rows that are books of the past: their titles, languages and ISBNs, and whether such a book is known."""

import re
from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any, NamedTuple, cast
from uuid import UUID

from pydantic import ValidationError
from sqlalchemy import func, select
from sqlmodel import col
from stdnum import isbn as isbns

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import LANGUAGES, Language, LocalizedText, fold
from korpu_partners.imports.policies.recipients import Served, agreement_of, given_to, served
from korpu_partners.publications.commands.enter_old_publication import enter_old_publication
from korpu_partners.publications.domain.lifecycle import PublicationStatus
from korpu_partners.publications.inputs.enter_old_publication import EnterOldPublication
from korpu_partners.publications.policies.history import annul
from korpu_partners.publications.tables import Publication
from korpu_registers.domain.lifecycle import Outcome
from korpu_registers.parts import Remark, Verdict
from korpu_registers.reading.day_order import WrittenDays
from korpu_registers.reading.rows import Given
from korpu_registers.reading.values import Reading, remarks_of
from korpu_registers.reading.words import country, meaning
from korpu_registers.refusals.notices import DoubleInFile
from korpu_registers.refusals.unclear_cells import IsbnsUnclear, KindNotKnown, LanguageNotKnown
from korpu_registers.taking_back import touched_by_hand

Judged = tuple[Verdict, EnterOldPublication | None]
TITLES = {f"title_{language}": language for language in LANGUAGES}
FIELDS = {"published_on": "published", "distributed_on": "distributed", "editions": "isbn", "given_to": "partner"}
AS_WRITTEN = ("authors", "council", "number", "unit", "printer", "discipline", "programme")
SEVERAL = re.compile(r"(?i)[;,/+&–-]|\b(?:və|and|и|und|et)\b")


class Known(NamedTuple):
    """The books that rows may be, by ISBN and by title and year."""

    isbns: dict[str, UUID]
    titles: dict[tuple[str, int], list[UUID]]

    def like(self, command: EnterOldPublication) -> tuple[UUID, ...]:
        """Which of them this one seems to be, each once."""
        found = [self.isbns[each.isbn] for each in command.editions if each.isbn in self.isbns]
        found += [id for key in _keys(command) for id in self.titles.get(key, ())]
        return tuple(dict.fromkeys(found))[:20]


async def judge(rows: Sequence[Given], days: WrittenDays, uow: UnitOfWork) -> list[Judged]:
    """What would become of each row; a book with a known ISBN, or a known title of its year, is offered."""
    readings = [Reading(each.values, days.but(each.mended)) for each in rows]
    serves = await served(readings, uow)
    commands = [_command(each, serves, uow.today) for each in readings]
    read = list(zip(rows, readings, commands, strict=True))
    known = await _known([command for _, _, command in read if command], uow)
    seen: set[object] = set()
    return [_judged(given, reading, command, known, seen) for given, reading, command in read]


async def enter(command: EnterOldPublication, uow: UnitOfWork) -> UUID:
    """Enter one; when it is refused after all, nothing of it is kept."""
    async with uow.session.begin_nested():
        publication: Publication = await enter_old_publication(command, uow)
        return publication.id


async def dependents(ids: Sequence[UUID], uow: UnitOfWork) -> list[str]:
    """What keeps books from being annulled: what was done with them by hand."""
    touched = touched_by_hand(ids)
    out = col(Publication.status) != PublicationStatus.WITHDRAWN
    return [each.code for each in (await uow.find(Publication, col(Publication.id).in_(touched), out))[:10]]


async def withdraw(ids: Sequence[UUID], reason: str, uow: UnitOfWork) -> None:
    """Annul what an import entered."""
    for each in ids:
        publication = await uow.lock(Publication, each)
        if publication.status != PublicationStatus.WITHDRAWN:
            await annul(publication, reason, uow)


def _command(reading: Reading, serves: Served, today: date) -> EnterOldPublication | None:
    values = reading.values
    languages = _languages(reading)
    titles = {language: values[name] for name, language in TITLES.items() if values.get(name)}
    if values.get("title") and languages:
        titles.setdefault(languages[0], values["title"])
    if not titles and not values.get("title"):
        reading.wrong.append(Remark(field="title", code="missing-field"))
    published, given, decided = reading.day("published"), _given_on(reading, today), reading.day("council_on")
    if not values.get("published"):
        reading.wrong.append(Remark(field="published", code="missing-field"))
    words: dict[str, Any] = {name: values[name] for name in AS_WRITTEN if values.get(name)}
    words |= {"kind": _kind(reading), "title": titles, "editions": _editions(reading, languages)}
    words |= {name: _number(reading, name) for name in ("pages", "copies")}
    words |= {"countries": _countries(reading), "distributed_on": given, "council_on": decided.day if decided else None}
    words |= {"agreement_id": agreement_of(reading, serves), "given_to": given_to(reading, serves, words["copies"])}
    if published and published.day > today:
        reading.wrong.append(Remark(field="published", code="date-out-of-range"))
    if published and given and not published.day <= given <= today:
        reading.wrong.append(Remark(field="distributed", code="date-out-of-range"))
    if reading.wrong or published is None:
        return None
    words |= {"published_on": published.day, "published_precision": published.precision}
    try:
        return EnterOldPublication.model_validate(words)
    except ValidationError as wrong:
        reading.wrong += remarks_of(wrong, lambda path: FIELDS.get(path.split(".")[0], path.split(".")[0]))
        return None


def _given_on(reading: Reading, today: date) -> date | None:
    """When the copies had gone out; of a year alone, its last day that is not to come."""
    read = reading.day("distributed", last=True)
    if read is None or read.precision == "day":
        return read.day if read else None
    return min(read.day, today)


def _kind(reading: Reading) -> str | None:
    """The kind that is written; else what a title says."""
    written = reading.values.get("kind", "")
    titles = [reading.values[name] for name in ("title", *TITLES) if reading.values.get(name)]
    kinds = map(partial(meaning, "publication"), [written] if written else titles)
    kind = next(filter(None, kinds), None)
    if kind is None:
        reading.wrong.append(Remark(field="kind", code=KindNotKnown.code if written else "missing-field"))
    return kind


def _languages(reading: Reading) -> list[Language]:
    """The languages that are written, the original first; else those in which there is a title."""
    written = [each for each in SEVERAL.split(reading.values.get("language", "")) if each.strip()]
    found = [meaning("language", each) for each in written] or [
        language for name, language in TITLES.items() if reading.values.get(name)
    ]
    if None in found or not found:
        reading.wrong.append(Remark(field="language", code=LanguageNotKnown.code if written else "missing-field"))
        return []
    return [cast("Language", each) for each in dict.fromkeys(found)]


def _editions(reading: Reading, languages: Sequence[str]) -> list[dict[str, str | None]]:
    """Each language with its ISBN: one is the original's, several stand in the order of the languages."""
    written = reading.values.get("isbn", "")
    numbers = [thirteen(each) for each in re.split(r"[;,\n]|\s{1,}(?=97[89]|ISBN)", written) if each.strip()]
    if len(numbers) > max(len(languages), 1):
        reading.wrong.append(Remark(field="isbn", code=IsbnsUnclear.code))
        return []
    numbers += [""] * (len(languages) - len(numbers))
    return [{"language": each, "isbn": number or None} for each, number in zip(languages, numbers, strict=False)]


def thirteen(text: str) -> str:
    """An ISBN as it is kept: of ten digits before 2007, of thirteen now; what is none stays as it is."""
    bare = re.sub(r"(?i)isbn(?:-1[03])?[:\s]*", "", text).strip().translate(str.maketrans("Хх", "XX"))
    return str(isbns.to_isbn13(bare)).replace("-", "").replace(" ", "") if isbns.is_valid(bare) else bare


def _number(reading: Reading, name: str) -> int | None:
    text = reading.values.get(name, "")
    if not text:
        return None
    if found := re.fullmatch(r"(\d{1,7})\s*(?:s|səh|səhifə|стр|с|p|pp|S|nüsxə|экз|ədəd)?\.?", text.replace(" ", "")):
        return int(found[1])
    reading.wrong.append(Remark(field=name, code="wrong-type"))
    return None


def _countries(reading: Reading) -> list[str]:
    written = [each.strip() for each in re.split(r"[;,]", reading.values.get("country", "")) if each.strip()]
    found = [country(each) for each in written]
    if None in found:
        reading.wrong.append(Remark(field="country", code="unknown-country"))
    return list(dict.fromkeys(each for each in found if each))


def _keys(command: EnterOldPublication) -> list[tuple[str, int]]:
    return [(fold(words), command.published_on.year) for words in command.title.given().values()]


async def _known(commands: Sequence[EnterOldPublication], uow: UnitOfWork) -> Known:
    """The books of these years, and those with one of these ISBNs."""
    years = {each.published_on.year for each in commands}
    numbers = sorted({edition.isbn for each in commands for edition in each.editions if edition.isbn})
    columns = (col(Publication.id), col(Publication.title), col(Publication.published_on), col(Publication.isbns))
    of_year = func.extract("year", col(Publication.published_on)).in_(years)
    wanted = select(*columns).where(
        col(Publication.status) != PublicationStatus.WITHDRAWN, of_year | col(Publication.isbns).op("&&")(numbers)
    )
    known = Known({}, {})
    for id, title, published_on, held in await uow.session.execute(wanted):
        known.isbns.update(dict.fromkeys(held, id))
        if published_on:
            _remember(known, id, title, published_on.year)
    return known


def _remember(known: Known, id: UUID, title: LocalizedText, year: int) -> None:
    for each in title.texts.values():
        known.titles.setdefault((fold(each.text), year), []).append(id)


def _judged(
    given: Given, reading: Reading, command: EnterOldPublication | None, known: Known, seen: set[object]
) -> Judged:
    if command is None:
        return Verdict(outcome=Outcome.NEEDS_REPAIR, remarks=tuple(reading.wrong)), None
    signs = {*_keys(command), *(each.isbn for each in command.editions if each.isbn)}
    offered, double = known.like(command), bool(signs & seen)
    seen |= signs
    if given.another or not (offered or double):
        return Verdict(outcome=Outcome.WOULD_REGISTER, remarks=tuple(reading.notes)), command
    remarks = [Remark(field="title", code=DoubleInFile.code)] if double and not offered else []
    return Verdict(outcome=Outcome.OFFERED, remarks=(*remarks, *reading.notes), offered=offered), None
