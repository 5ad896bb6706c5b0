"""Printings of an edition: found, changed, and told."""

from enum import StrEnum
from typing import Any

from korpu_partners.publications.domain.freshness import replaced
from korpu_partners.publications.domain.lifecycle import OUT, PublicationStatus
from korpu_partners.publications.parts import Edition, Medium, Printing
from korpu_partners.publications.refusals.readiness import CopiesAreGiven, NoSuchPrinting
from korpu_partners.publications.tables import Publication

MADE = (PublicationStatus.IN_PRODUCTION, *OUT)


class PrintingForget(StrEnum):
    """What may be known of a printing, and may be forgotten again."""

    PRINTER = "printer"
    URL = "url"


def printing_of(edition: Edition, medium: Medium) -> Printing:
    """The edition in this medium."""
    found = next((each for each in edition.printings if each.medium == medium), None)
    if found is None:
        raise NoSuchPrinting("medium")
    return found


def put_printing(publication: Publication, edition: Edition, held: Printing, printing: Printing | None) -> None:
    """Keep a printing as it is now, or no longer; nobody has got more copies than there were."""
    printings = tuple(printing if each == held else each for each in edition.printings)
    now = edition.model_copy(update={"printings": tuple(filter(None, printings))})
    given = sum(each.copies for each in publication.distributions if each.language == edition.language)
    if now.copies < given:
        raise CopiesAreGiven(given=given)
    publication.kept_editions = replaced(publication.kept_editions, now)
    isbn = [printing.isbn] if printing else []
    publication.isbns = [kept for each in publication.isbns for kept in (isbn if each == held.isbn else [each])]


def printing_facts(edition: Edition, printing: Printing, reason: str) -> dict[str, Any]:
    """What is told of a printing that was changed or taken back."""
    told = printing.model_dump(include={"medium", "isbn", "pages", "copies"})
    return {**told, "language": edition.language, "reason": reason}
