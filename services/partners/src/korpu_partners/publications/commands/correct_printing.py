"""`CorrectPrinting`: put right ISBN, pages, print run, printer or address of one medium of an edition."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Corrects
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import Language
from korpu_chassis.validation.codes import HttpUrl, Isbn13, Text
from korpu_partners.corrections import FORGOTTEN
from korpu_partners.permissions import DEPARTMENT
from korpu_partners.publications.aggregate import publications
from korpu_partners.publications.domain.freshness import edition_in
from korpu_partners.publications.domain.printings import MADE, PrintingForget, printing_facts, printing_of, put_printing
from korpu_partners.publications.domain.production import Copies, Pages
from korpu_partners.publications.facts import PublicationPrintingCorrected
from korpu_partners.publications.fields import Reason
from korpu_partners.publications.parts import Medium
from korpu_partners.publications.policies.isbns import require_free_isbn
from korpu_partners.publications.refusals.general import NoSuchEdition
from korpu_partners.publications.refusals.readiness import CopiesAreGiven, CopiesOfNothing, IsbnTaken, NoSuchPrinting
from korpu_partners.publications.tables import Publication


class CorrectPrinting(Corrects):
    """What of a printing is otherwise than it was written down; what is left out stays."""

    language: Language
    medium: Medium
    isbn: Isbn13 | None = None
    pages: Pages | None = None
    copies: Copies | None = None
    printer: Annotated[Text | None, Field(max_length=300)] = None
    url: HttpUrl | None = None
    forget: Annotated[tuple[PrintingForget, ...], Field(max_length=2, description=FORGOTTEN)] = ()
    reason: Reason


@publications.changes(
    who=DEPARTMENT,
    when=MADE,
    emits=[PublicationPrintingCorrected],
    refuses=[NoSuchEdition, NoSuchPrinting, IsbnTaken, CopiesOfNothing, CopiesAreGiven],
)
async def correct_printing(publication: Publication, command: CorrectPrinting, uow: UnitOfWork) -> None:
    """Put right ISBN, pages, print run, printer or address of one medium of an edition."""
    edition = edition_in(publication.kept_editions, command.language)
    held = printing_of(edition, command.medium)
    given = command.model_dump(include={"isbn", "pages", "copies", "printer", "url"}, exclude_none=True)
    printing = held.model_copy(update={**dict.fromkeys(command.forget), **given})
    if command.copies is not None and (command.medium == "print") != (command.copies > 0):
        raise CopiesOfNothing("copies")
    if printing.isbn != held.isbn:
        await require_free_isbn(printing.isbn, uow)
    put_printing(publication, edition, held, printing)
    await uow.emit(
        publication, PublicationPrintingCorrected.model_validate(printing_facts(edition, printing, command.reason))
    )
