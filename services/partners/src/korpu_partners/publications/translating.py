"""The editions of a work: each is translated and reviewed, and follows a revision of the source."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import Language
from korpu_chassis.validation.codes import Day, whole_number
from korpu_partners.people import DEPARTMENT, STAFF
from korpu_partners.publications.fields import Reason
from korpu_partners.publications.freshness import check_own, edition_in, may_come_out, replaced
from korpu_partners.publications.lifecycle import GROWING, EditionStatus
from korpu_partners.publications.messages import PublicationEditionChanged
from korpu_partners.publications.parts import Edition
from korpu_partners.publications.refusals import (
    EditionOfAnother,
    EditionOutdated,
    EditionWrongStep,
    NoSuchEdition,
    NoSuchRevision,
    SourceIsNotTranslated,
    TranslatorReviews,
)
from korpu_partners.publications.room import publications
from korpu_partners.publications.tables import Publication

STEPS = (NoSuchEdition, SourceIsNotTranslated, EditionWrongStep)
BEGUN = tuple(EditionStatus)[1:]


class AssignTranslator(Changes):
    """Who translates, from the present source, and by when."""

    language: Language
    translator_id: UUID
    due: Day | None = None


@publications.changes(who=DEPARTMENT, when=GROWING, emits=[PublicationEditionChanged], refuses=STEPS)
async def assign_translator(publication: Publication, command: AssignTranslator, uow: UnitOfWork) -> None:
    """Let an edition be translated from the present source."""
    edition = _translation(publication, command.language, EditionStatus.PENDING, *BEGUN)
    begun = {"translator_id": command.translator_id, "due": command.due, "follows": publication.source_revision}
    await _takes(publication, edition, EditionStatus.IN_TRANSLATION, uow, **begun, reviewer_id=None, reason=None)


class DeliverTranslation(Changes):
    """The translation is here, or was brought up to date."""

    language: Language
    follows: Annotated[
        int,
        Field(strict=True, ge=1, le=10_000, description="The revision of the source that it follows."),
        whole_number,
    ]


@publications.changes(
    who=[*DEPARTMENT, STAFF.own("translator_ids")],
    when=GROWING,
    emits=[PublicationEditionChanged],
    refuses=[*STEPS, NoSuchRevision, EditionOfAnother],
)
async def deliver_translation(publication: Publication, command: DeliverTranslation, uow: UnitOfWork) -> None:
    """Record a translation, and the revision of the source that it follows."""
    edition = _translation(publication, command.language, *BEGUN)
    check_own(edition, uow.principal)
    if command.follows > publication.source_revision:
        raise NoSuchRevision("follows", revision=publication.source_revision)
    await _takes(publication, edition, EditionStatus.IN_REVIEW, uow, follows=command.follows, reason=None)


class ApproveTranslation(Changes):
    """Who has compared the translation with the source."""

    language: Language
    reviewer_id: UUID


@publications.changes(
    who=DEPARTMENT,
    when=GROWING,
    emits=[PublicationEditionChanged],
    refuses=[*STEPS, TranslatorReviews, EditionOutdated],
)
async def approve_translation(publication: Publication, command: ApproveTranslation, uow: UnitOfWork) -> None:
    """Approve a translation that follows the present source, or an older one by the head's word."""
    edition = _reviewed(publication, command.language, command.reviewer_id)
    if not may_come_out(edition, publication.source_revision):
        raise EditionOutdated("language", language=command.language)
    await _takes(publication, edition, EditionStatus.APPROVED, uow, reviewer_id=command.reviewer_id, reason=None)


class ReturnTranslation(Changes):
    """Who has compared the translation with the source, and what is to be mended."""

    language: Language
    reviewer_id: UUID
    reason: Reason


@publications.changes(
    who=DEPARTMENT, when=GROWING, emits=[PublicationEditionChanged], refuses=[*STEPS, TranslatorReviews]
)
async def return_translation(publication: Publication, command: ReturnTranslation, uow: UnitOfWork) -> None:
    """Return a translation to its translator."""
    edition = _reviewed(publication, command.language, command.reviewer_id)
    mended = {"reviewer_id": command.reviewer_id, "reason": command.reason}
    await _takes(publication, edition, EditionStatus.RETURNED, uow, **mended)


def _translation(publication: Publication, language: str, *steps: EditionStatus) -> Edition:
    edition = edition_in(publication.kept_editions, language)
    if language == publication.source_language:
        raise SourceIsNotTranslated("language")
    if edition.status not in steps:
        raise EditionWrongStep("language", status=edition.status)
    return edition


def _reviewed(publication: Publication, language: str, reviewer: UUID) -> Edition:
    edition = _translation(publication, language, EditionStatus.IN_REVIEW)
    if edition.translator_id == reviewer:
        raise TranslatorReviews("reviewer_id")
    return edition


async def _takes(
    publication: Publication, edition: Edition, status: EditionStatus, uow: UnitOfWork, **changed: object
) -> None:
    now = edition.model_copy(update={"status": status, **changed})
    publication.kept_editions = replaced(publication.kept_editions, now)
    await uow.emit(publication, PublicationEditionChanged(language=now.language, status=status, follows=now.follows))
