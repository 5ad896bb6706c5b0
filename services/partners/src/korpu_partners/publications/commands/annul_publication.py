"""`AnnulPublication`: annul a book of the past that was entered by mistake."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Text
from korpu_partners.permissions import DEPARTMENT
from korpu_partners.publications.aggregate import publications
from korpu_partners.publications.domain.lifecycle import OUT, PublicationStatus
from korpu_partners.publications.facts import PublicationAnnulled
from korpu_partners.publications.policies.history import annul
from korpu_partners.publications.refusals.readiness import PublicationNotOfThePast
from korpu_partners.publications.tables import Publication


class AnnulPublication(Changes):
    """Why it should not have been entered; no names of persons."""

    reason: Text


@publications.changes(
    who=DEPARTMENT,
    when=OUT,
    to=[PublicationStatus.WITHDRAWN],
    emits=[PublicationAnnulled],
    refuses=[PublicationNotOfThePast],
)
async def annul_publication(publication: Publication, command: AnnulPublication, uow: UnitOfWork) -> None:
    """Annul a book of the past that was entered by mistake; its number stays used, its ISBN is free again."""
    await annul(publication, command.reason, uow)
