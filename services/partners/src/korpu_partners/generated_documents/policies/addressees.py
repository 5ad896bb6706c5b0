"""Whom a letter goes to: by name, and where they get their post."""

from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID

from babel import Locale

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import LANGUAGES, fold
from korpu_documents.papers.letterhead import Names
from korpu_documents.papers.typesetting import Languages, same
from korpu_partners.letters.interface import LetterOnPaper
from korpu_partners.organisations.interface import Addressee, addressees_of

HERE = "AZ"
"""Post inside the country does not name it."""


async def addressed(
    letter: LetterOnPaper, languages: Languages, uow: UnitOfWork, *, to_post: bool
) -> tuple[list[dict[str, Any]], dict[UUID | None, Names]]:
    """The addressees as a letter shows them, and what the organisations among them are called."""
    ids = [each.organisation_id for each in letter.correspondents if each.organisation_id]
    known = await addressees_of(ids, uow)
    names: dict[UUID | None, Names] = {id: {each: known[id].called(each) for each in languages} for id in known}

    def shown(id: UUID | None, office: str | None) -> dict[str, Any]:
        called = names[id] if id else same("", languages)
        name = {language: ", ".join(filter(None, (called[language], office))) for language in languages}
        return {"name": name, "post": post_of(known[id], languages) if id and to_post else []}

    return [shown(each.organisation_id, each.office) for each in letter.correspondents], names


async def posted(ids: Sequence[UUID], languages: Languages, uow: UnitOfWork) -> list[dict[str, Any]]:
    """These organisations as a letter shows them: by name, and where they get their post."""
    known = await addressees_of(ids, uow)
    return [
        {"name": {each: known[id].called(each) for each in languages}, "post": post_of(known[id], languages)}
        for id in ids
    ]


def post_of(organisation: Addressee, languages: Languages) -> list[Names]:
    """The lines below the name: street, town, and abroad the country; none when no street is known.

    An address that names its town or its country itself is not made to say it twice.
    """
    if organisation.address is None:
        return []
    lines = [same(line, languages) for line in organisation.address.splitlines() if line.strip()]
    if organisation.city and not _emits(organisation.address, organisation.city):
        lines.append(same(organisation.city, languages))
    if organisation.country != HERE and not any(
        _emits(organisation.address, each) for each in _called(organisation.country)
    ):
        lines.append({each: _country(organisation.country, each) for each in languages})
    return lines


def _emits(address: str, place: str) -> bool:
    return f" {fold(place)} " in f" {fold(address)} "


def _called(country: str) -> Iterator[str]:
    return (_country(country, language) for language in LANGUAGES)


def _country(country: str, language: str) -> str:
    return str(Locale(language).territories.get(country, country))
