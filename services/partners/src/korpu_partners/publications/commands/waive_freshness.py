"""`WaiveFreshness`: let an edition come out that follows an older source or decision."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import Language
from korpu_partners.permissions import HEAD
from korpu_partners.publications.aggregate import publications
from korpu_partners.publications.domain.freshness import edition_in, is_outdated, replaced
from korpu_partners.publications.domain.lifecycle import GROWING
from korpu_partners.publications.facts import PublicationFreshnessWaived
from korpu_partners.publications.fields import Reason
from korpu_partners.publications.parts import FreshnessWaiver
from korpu_partners.publications.refusals.general import EditionIsFresh, NoSuchEdition
from korpu_partners.publications.tables import Publication


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
