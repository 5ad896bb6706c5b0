"""`ReviseSource`: record a new revision of the source."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.permissions import DEPARTMENT
from korpu_partners.publications.aggregate import publications
from korpu_partners.publications.domain.freshness import outdated_in, revised
from korpu_partners.publications.domain.lifecycle import OPEN
from korpu_partners.publications.facts import PublicationSourceRevised
from korpu_partners.publications.fields import Reason
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
