"""`RecordPrinting`: record ISBN, pages and print run of an edition in one medium."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import Language
from korpu_chassis.validation.codes import HttpUrl, Isbn13, Text
from korpu_partners.permissions import DEPARTMENT
from korpu_partners.publications.aggregate import publications
from korpu_partners.publications.domain.freshness import edition_in, replaced
from korpu_partners.publications.domain.lifecycle import PublicationStatus
from korpu_partners.publications.domain.production import Copies, Pages
from korpu_partners.publications.domain.publication import require_finished_editions
from korpu_partners.publications.facts import PublicationEditionOut, PublicationPrintingRecorded
from korpu_partners.publications.parts import Medium, Printing
from korpu_partners.publications.policies.isbns import require_free_isbn
from korpu_partners.publications.refusals.general import EditionNotApproved, EditionOutdated, NoSuchEdition
from korpu_partners.publications.refusals.readiness import CopiesOfNothing, IsbnTaken, MediumTwice
from korpu_partners.publications.tables import Publication


class RecordPrinting(Changes):
    """How an edition comes out in one medium."""

    language: Language
    medium: Medium
    isbn: Isbn13
    pages: Pages
    copies: Copies = 0
    printer: Annotated[Text | None, Field(max_length=300)] = None
    url: Annotated[HttpUrl | None, Field(description="Where it is read; shown to all if it is open access.")] = None


@publications.changes(
    who=DEPARTMENT,
    when=[PublicationStatus.IN_PRODUCTION, PublicationStatus.PUBLISHED],
    emits=[PublicationPrintingRecorded, PublicationEditionOut],
    refuses=[NoSuchEdition, IsbnTaken, MediumTwice, CopiesOfNothing, EditionNotApproved, EditionOutdated],
)
async def record_printing(publication: Publication, command: RecordPrinting, uow: UnitOfWork) -> None:
    """Record ISBN, pages and print run of an edition in one medium; of a work that is out, it is out by that."""
    edition = edition_in(publication.kept_editions, command.language)
    if any(each.medium == command.medium for each in edition.printings):
        raise MediumTwice("medium")
    if (command.medium == "print") != (command.copies > 0):
        raise CopiesOfNothing("copies")
    await require_free_isbn(command.isbn, uow)
    printing = Printing(**command.model_dump(include=set(Printing.model_fields)))
    now = edition.model_copy(update={"printings": (*edition.printings, printing)})
    publication.kept_editions = replaced(publication.kept_editions, now)
    publication.isbns = [*publication.isbns, command.isbn]
    said: type[PublicationPrintingRecorded | PublicationEditionOut] = PublicationPrintingRecorded
    if publication.status == PublicationStatus.PUBLISHED:
        require_finished_editions([now], publication.source_revision)
        said = PublicationEditionOut
    told = {"language": command.language, "medium": command.medium, "isbn": command.isbn}
    await uow.emit(publication, said.model_validate(told))
