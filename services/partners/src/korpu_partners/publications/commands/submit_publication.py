"""`SubmitPublication`: hand the manuscript in."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.permissions import COORDINATOR, DEPARTMENT, STAFF
from korpu_partners.publications.aggregate import publications
from korpu_partners.publications.domain.lifecycle import PublicationStatus
from korpu_partners.publications.facts import PublicationSubmitted
from korpu_partners.publications.refusals.files import ManuscriptMissing
from korpu_partners.publications.tables import Publication


class SubmitPublication(Changes):
    """The manuscript is complete."""


def require_manuscript(publication: Publication) -> None:
    """The text is here, in the language in which it is written."""
    if not any(each.language == publication.source_language for each in publication.manuscripts):
        raise ManuscriptMissing


@publications.changes(
    who=[*DEPARTMENT, COORDINATOR.of("unit"), STAFF.own("author_ids")],
    when=[PublicationStatus.PLANNED],
    to=[PublicationStatus.SUBMITTED],
    emits=[PublicationSubmitted],
    refuses=[ManuscriptMissing],
    requires=[require_manuscript],
)
async def submit_publication(publication: Publication, command: SubmitPublication, uow: UnitOfWork) -> None:
    """Hand the manuscript in."""
    publication.status = PublicationStatus.SUBMITTED
    await uow.emit(publication, PublicationSubmitted())
