"""The steps of a translation."""

from uuid import UUID

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.publications.domain.freshness import edition_in, replaced
from korpu_partners.publications.domain.lifecycle import EditionStatus
from korpu_partners.publications.facts import PublicationEditionChanged
from korpu_partners.publications.parts import Edition
from korpu_partners.publications.refusals.general import (
    EditionWrongStep,
    NoSuchEdition,
    SourceIsNotTranslated,
    TranslatorReviews,
)
from korpu_partners.publications.tables import Publication

STEPS = (NoSuchEdition, SourceIsNotTranslated, EditionWrongStep)
BEGUN = tuple(EditionStatus)[1:]


def require_step(publication: Publication, language: str, *steps: EditionStatus) -> Edition:
    """The translation into a language at one of these steps; raises `SourceIsNotTranslated` or `EditionWrongStep`."""
    edition = edition_in(publication.kept_editions, language)
    if language == publication.source_language:
        raise SourceIsNotTranslated("language")
    if edition.status not in steps:
        raise EditionWrongStep("language", status=edition.status)
    return edition


def require_review(publication: Publication, language: str, reviewer: UUID) -> Edition:
    """The translation that somebody reviews who has not made it; raises `TranslatorReviews`."""
    edition = require_step(publication, language, EditionStatus.IN_REVIEW)
    if edition.translator_id == reviewer:
        raise TranslatorReviews("reviewer_id")
    return edition


async def move_translation(
    publication: Publication, edition: Edition, status: EditionStatus, uow: UnitOfWork, **changed: object
) -> None:
    """Move a translation to a status, and emit it."""
    now = edition.model_copy(update={"status": status, **changed})
    publication.kept_editions = replaced(publication.kept_editions, now)
    await uow.emit(publication, PublicationEditionChanged(language=now.language, status=status, follows=now.follows))
