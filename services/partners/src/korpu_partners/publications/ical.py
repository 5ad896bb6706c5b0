"""The days of publications: reviews that are due, and translations, each for whoever writes it and for the planner."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, cast
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import col

from korpu_chassis.calendars.entry import Entry
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.identity.access_tokens import Principal
from korpu_partners.publications.aggregate import publications
from korpu_partners.publications.domain.lifecycle import GROWING, UNDER_REVIEW, EditionStatus
from korpu_partners.publications.tables import Publication

REVIEW = {
    "az": "Rəyin təqdim müddəti",
    "en": "Review due",
    "ru": "Срок рецензии",
    "de": "Gutachten fällig",
    "fr": "Rapport de lecture à remettre",
}
TRANSLATION = {
    "az": "Tərcümənin təqdim müddəti",
    "en": "Translation due",
    "ru": "Срок перевода",
    "de": "Übersetzung fällig",
    "fr": "Traduction à remettre",
}
WITH_THE_TRANSLATOR = (EditionStatus.IN_TRANSLATION, EditionStatus.RETURNED)

Day = tuple[str, date, Mapping[str, str]]


async def publication_entries(whose: Principal, uow: UnitOfWork) -> Sequence[Entry]:
    """What is due of the works that somebody has planned, reviews or translates."""
    theirs = col(Publication.author) == whose.subject
    if person := _writer(whose):
        theirs |= _names(Publication.reviews, "reviewer_id", person)
        theirs |= _names(Publication.kept_editions, "translator_id", person)
    found = await uow.find(Publication, theirs, col(Publication.status).in_(GROWING))
    return [_entry(publication, *day) for publication in found for day in _days(publication, whose)]


def _days(publication: Publication, whose: Principal) -> Iterator[Day]:
    """Of all the planner is told, of their own those who write; nobody learns who else does."""
    planned = publication.author == whose.subject and publications.shows(publication, whose)
    writers = {_writer(whose)} - {None}
    if publication.status in UNDER_REVIEW:
        for review in publication.reviews:
            if review.verdict is None and (planned or review.reviewer_id in writers):
                yield f"review-{review.id}", review.due, REVIEW
    for edition in publication.kept_editions:
        awaited = edition.status in WITH_THE_TRANSLATOR and (planned or edition.translator_id in writers)
        if edition.due and awaited:
            yield f"edition-{edition.language}", edition.due, TRANSLATION


def _writer(whose: Principal) -> UUID | None:
    """The person, while they belong to the university still."""
    return whose.person_id if whose.roles else None


def _names(parts: object, by: str, person: UUID) -> ColumnElement[bool]:
    """One of these parts names the person."""
    named: ColumnElement[bool] = cast(col(parts), JSONB).contains([{by: str(person)}])
    return named


def _entry(publication: Publication, key: str, day: date, words: Mapping[str, str]) -> Entry:
    key = f"publication-{publication.id}-{key}"
    return Entry(key, day, words, publication.code, publication.title, publication.version, publication.changed_at)
