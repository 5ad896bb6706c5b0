"""`TakeBackPrinting`: take a printing back from the record; its ISBN is free again."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import Language
from korpu_partners.permissions import DEPARTMENT
from korpu_partners.publications.aggregate import publications
from korpu_partners.publications.domain.freshness import edition_in
from korpu_partners.publications.domain.lifecycle import PublicationStatus
from korpu_partners.publications.domain.printings import printing_facts, printing_of, put_printing
from korpu_partners.publications.facts import PublicationPrintingTakenBack
from korpu_partners.publications.fields import Reason
from korpu_partners.publications.parts import Medium
from korpu_partners.publications.refusals.general import NoSuchEdition
from korpu_partners.publications.refusals.readiness import CopiesAreGiven, NoSuchPrinting, NothingWouldBeOut
from korpu_partners.publications.tables import Publication


class TakeBackPrinting(Changes):
    """Which medium of an edition was not made after all, and why."""

    language: Language
    medium: Medium
    reason: Reason


@publications.changes(
    who=DEPARTMENT,
    when=[PublicationStatus.IN_PRODUCTION, PublicationStatus.PUBLISHED],
    emits=[PublicationPrintingTakenBack],
    refuses=[NoSuchEdition, NoSuchPrinting, CopiesAreGiven, NothingWouldBeOut],
)
async def take_back_printing(publication: Publication, command: TakeBackPrinting, uow: UnitOfWork) -> None:
    """Take a printing back from the record; its ISBN is free again."""
    edition = edition_in(publication.kept_editions, command.language)
    held = printing_of(edition, command.medium)
    put_printing(publication, edition, held, None)
    if publication.status == PublicationStatus.PUBLISHED and not publication.isbns:
        raise NothingWouldBeOut
    await uow.emit(
        publication, PublicationPrintingTakenBack.model_validate(printing_facts(edition, held, command.reason))
    )
