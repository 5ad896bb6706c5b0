"""Putting right how an edition was printed: what was written down wrongly, and what was never made."""

from enum import StrEnum
from typing import Annotated, Any

from pydantic import Field

from korpu_chassis.commands.command import Changes, Corrects
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import Language
from korpu_chassis.validation.codes import HttpUrl, Isbn13, Text
from korpu_partners.corrections import FORGOTTEN
from korpu_partners.people import DEPARTMENT
from korpu_partners.publications.fields import Reason
from korpu_partners.publications.freshness import edition_in, replaced
from korpu_partners.publications.isbns import claim
from korpu_partners.publications.lifecycle import OUT, PublicationStatus
from korpu_partners.publications.messages import PublicationPrintingCorrected, PublicationPrintingTakenBack
from korpu_partners.publications.parts import Edition, Medium, Printing
from korpu_partners.publications.producing import Copies, Pages
from korpu_partners.publications.refusals import NoSuchEdition
from korpu_partners.publications.room import publications
from korpu_partners.publications.tables import Publication
from korpu_partners.publications.unready import (
    CopiesAreGiven,
    CopiesOfNothing,
    IsbnTaken,
    NoSuchPrinting,
    NothingWouldBeOut,
)

MADE = (PublicationStatus.IN_PRODUCTION, *OUT)


class PrintingForget(StrEnum):
    """What may be known of a printing, and may be forgotten again."""

    PRINTER = "printer"
    URL = "url"


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
        await claim(printing.isbn, uow)
    _put(publication, edition, held, printing)
    await uow.emit(publication, PublicationPrintingCorrected.model_validate(_told(edition, printing, command.reason)))


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
    _put(publication, edition, held, None)
    if publication.status == PublicationStatus.PUBLISHED and not publication.isbns:
        raise NothingWouldBeOut
    await uow.emit(publication, PublicationPrintingTakenBack.model_validate(_told(edition, held, command.reason)))


def printing_of(edition: Edition, medium: Medium) -> Printing:
    """The edition in this medium."""
    found = next((each for each in edition.printings if each.medium == medium), None)
    if found is None:
        raise NoSuchPrinting("medium")
    return found


def _put(publication: Publication, edition: Edition, held: Printing, printing: Printing | None) -> None:
    """Keep a printing as it is now, or no longer; nobody has got more copies than there were."""
    printings = tuple(printing if each == held else each for each in edition.printings)
    now = edition.model_copy(update={"printings": tuple(filter(None, printings))})
    given = sum(each.copies for each in publication.distributions if each.language == edition.language)
    if now.copies < given:
        raise CopiesAreGiven(given=given)
    publication.kept_editions = replaced(publication.kept_editions, now)
    isbn = [printing.isbn] if printing else []
    publication.isbns = [kept for each in publication.isbns for kept in (isbn if each == held.isbn else [each])]


def _told(edition: Edition, printing: Printing, reason: str) -> dict[str, Any]:
    told = printing.model_dump(include={"medium", "isbn", "pages", "copies"})
    return {**told, "language": edition.language, "reason": reason}
