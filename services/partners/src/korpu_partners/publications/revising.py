"""Revising the source, and letting an edition come out that follows an older one."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import Language
from korpu_partners.people import DEPARTMENT, HEAD
from korpu_partners.publications.fields import Reason
from korpu_partners.publications.freshness import edition_in, is_outdated, outdated_in, replaced, revised
from korpu_partners.publications.lifecycle import GROWING, OPEN
from korpu_partners.publications.messages import PublicationFreshnessWaived, PublicationSourceRevised
from korpu_partners.publications.parts import FreshnessWaiver
from korpu_partners.publications.refusals import EditionIsFresh, NoSuchEdition
from korpu_partners.publications.room import publications
from korpu_partners.publications.tables import Publication


class ReviseSource(Changes):
    """What has changed in the source."""

    changed: Reason


@publications.changes(who=DEPARTMENT, when=OPEN, emits=[PublicationSourceRevised])
async def revise_source(publication: Publication, command: ReviseSource, uow: UnitOfWork) -> None:
    """Record a new revision of the source; every other edition that was begun is outdated, and so is a decision."""
    publication.source_revision += 1
    revision = publication.source_revision
    publication.kept_editions = revised(publication.kept_editions, publication.source_language, revision)
    outdated = outdated_in(publication.kept_editions, revision)
    fact = PublicationSourceRevised(
        revision=revision, outdated=outdated, council_behind=publication.council_behind, changed=command.changed
    )
    await uow.emit(publication, fact)


class WaiveFreshness(Changes):
    """Why an outdated edition, or a source that the council has not seen so, may come out all the same."""

    language: Language
    reason: Reason


@publications.changes(
    who=[HEAD],
    when=GROWING,
    emits=[PublicationFreshnessWaived],
    refuses=[NoSuchEdition, EditionIsFresh],
)
async def waive_freshness(publication: Publication, command: WaiveFreshness, uow: UnitOfWork) -> None:
    """Let an edition come out that follows an older source or decision; the next revision ends this."""
    edition = edition_in(publication.kept_editions, command.language)
    unseen = publication.council_behind and edition.language == publication.source_language
    if not unseen and not is_outdated(edition, publication.source_revision):
        raise EditionIsFresh("language")
    waiver = FreshnessWaiver(
        revision=publication.source_revision, reason=command.reason, by=uow.principal.subject, on=uow.today
    )
    publication.kept_editions = replaced(publication.kept_editions, edition.model_copy(update={"waiver": waiver}))
    await uow.emit(publication, PublicationFreshnessWaived(language=command.language, reason=command.reason))
