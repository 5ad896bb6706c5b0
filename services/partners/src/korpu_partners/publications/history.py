"""Entering books that came out before the office wrote here: as facts of the past, which remind nobody late."""

from datetime import date
from typing import Annotated
from uuid import UUID, uuid4

from pydantic import Field

from korpu_chassis.commands.command import Changes, Creates
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import Language, LocalizedText
from korpu_chassis.persistence.store import Part
from korpu_chassis.validation.codes import Country, Day, Isbn13, IscedF, Personal, Text, whole_number
from korpu_partners.known import known_organisation, rests_on
from korpu_partners.people import DEPARTMENT
from korpu_partners.publications.isbns import claim
from korpu_partners.publications.lifecycle import OUT, EditionStatus, PublicationStatus
from korpu_partners.publications.messages import PublicationAnnulled, PublicationAuthorsForgotten, PublicationEntered
from korpu_partners.publications.parts import Distribution, Edition, History, Kind, Precision, Printing
from korpu_partners.publications.planning import Title
from korpu_partners.publications.producing import Copies, Pages
from korpu_partners.publications.refusals import EditionExists
from korpu_partners.publications.room import publications
from korpu_partners.publications.tables import Publication
from korpu_partners.publications.unready import (
    GivenOnWrongDay,
    IsbnTaken,
    NoAuthorLine,
    NotEnoughCopies,
    PublicationNotOfThePast,
    PublishedInTheFuture,
)

UNKNOWN_FIELD = "9999"


class OldEdition(Part):
    """An edition as an old register has it; before 1990 few books had an ISBN."""

    language: Language
    isbn: Isbn13 | None = None


class OldGift(Part):
    """An organisation that got copies of the original."""

    organisation_id: UUID
    copies: Annotated[int, Field(strict=True, ge=0, le=1_000_000, description="0: nobody knows."), whole_number] = 0


class EnterOldPublication(Creates):
    """A book as an older register has it: it is out, and nothing is left to be done."""

    kind: Kind
    title: Title
    editions: Annotated[
        tuple[OldEdition, ...], Field(min_length=1, max_length=5, description="The first is the original.")
    ]
    published_on: Annotated[Day, Field(description="The first day, if only the year is known.")]
    published_precision: Annotated[Precision, Field(description="How much of that day is known.")] = "day"
    distributed_on: Annotated[Day | None, Field(description="When all who should have it had got it.")] = None
    discipline: Annotated[IscedF, Field(description="9999: unknown.")] = UNKNOWN_FIELD
    authors: Annotated[
        Text | None,
        Personal,
        Field(max_length=1000, description="The names on its title page, until persons are known."),
    ] = None
    pages: Pages | None = None
    copies: Copies | None = None
    printer: Annotated[Text | None, Field(max_length=300)] = None
    countries: Annotated[tuple[Country, ...], Field(max_length=50)] = ()
    council: Annotated[Text | None, Field(max_length=200, description="The council's decision, as it is written.")] = (
        None
    )
    council_on: Annotated[Day | None, Field(description="The day of that decision.")] = None
    number: Annotated[Text | None, Field(max_length=200, description="Its number in the old register.")] = None
    unit: Annotated[Text | None, Field(max_length=100)] = None
    programme: Annotated[Text | None, Field(max_length=300, description="The programme that it serves.")] = None
    agreement_id: Annotated[UUID | None, Field(description="The agreement that it serves.")] = None
    given_to: Annotated[tuple[OldGift, ...], Field(max_length=100, description="Who got copies.")] = ()


@publications.creates(
    who=DEPARTMENT,
    to=OUT,
    emits=[PublicationEntered],
    refuses=[PublishedInTheFuture, GivenOnWrongDay, NotEnoughCopies, EditionExists, IsbnTaken],
)
async def enter_old_publication(command: EnterOldPublication, uow: UnitOfWork) -> Publication:
    """Take a book over from an older register; it is out since its day, and nobody is reminded of anything."""
    check_days(command, uow.today)
    languages = [each.language for each in command.editions]
    if twice := next((each for each in languages if languages.count(each) > 1), None):
        raise EditionExists("editions", language=twice)
    isbns = [each.isbn for each in command.editions if each.isbn]
    if len(isbns) > len(set(isbns)):
        raise IsbnTaken("editions")
    for each in sorted(isbns):
        await claim(each, uow, "editions")
    await rests_on(uow, agreement_id=command.agreement_id)
    publication = old(command)
    publication.distributions = await _gifts(command, uow)
    series = f"PUB-{command.published_on.year}"
    publication.code, publication.isbns = f"{series}-{await uow.number(series):03d}", isbns
    await uow.emit(publication, PublicationEntered(on=command.published_on, number=command.number))
    return publication


async def _gifts(command: EnterOldPublication, uow: UnitOfWork) -> tuple[Distribution, ...]:
    """Who got copies, as of the day on which all had them, or on which it came out."""
    if command.copies is not None and sum(each.copies for each in command.given_to) > command.copies:
        raise NotEnoughCopies("given_to", left=command.copies)
    named = [each.organisation_id for each in command.given_to]
    known = [await known_organisation(each, uow, f"given_to.{place}") for place, each in enumerate(named)]
    about = {"language": command.editions[0].language, "on": command.distributed_on or command.published_on}
    return tuple(
        Distribution.model_validate({"id": uuid4(), "organisation_id": id, "copies": each.copies, **about})
        for id, each in zip(known, command.given_to, strict=True)
    )


def check_days(command: EnterOldPublication, today: date) -> None:
    """What is out came out before today, and was given away after that."""
    if command.published_on > today:
        raise PublishedInTheFuture("published_on")
    if command.distributed_on and not command.published_on <= command.distributed_on <= today:
        raise GivenOnWrongDay("distributed_on")


def old(command: EnterOldPublication) -> Publication:
    """Make the work that an older register describes; pages and copies belong to the original."""
    source = command.editions[0].language
    out = PublicationStatus.DISTRIBUTED if command.distributed_on else PublicationStatus.PUBLISHED
    return Publication(
        status=out,
        kind=command.kind,
        title=LocalizedText.of(command.title, source),
        discipline=command.discipline,
        source_language=source,
        countries=list(command.countries),
        unit=command.unit,
        programme=command.programme,
        agreement_id=command.agreement_id,
        author_line=command.authors,
        kept_editions=tuple(_edition(each, command) for each in command.editions),
        published_on=command.published_on,
        distributed_on=command.distributed_on,
        history=History(
            number=command.number,
            published_precision=command.published_precision,
            council=command.council,
            council_on=command.council_on,
            pages=command.pages,
            copies=command.copies,
        ),
    )


def _edition(given: OldEdition, command: EnterOldPublication) -> Edition:
    printings: tuple[Printing, ...] = ()
    if given.isbn:
        first = given is command.editions[0]
        pages, copies = (command.pages or 0, command.copies or 0) if first else (0, 0)
        printing = Printing(medium="print", isbn=given.isbn, pages=pages, copies=copies, printer=command.printer)
        printings = (printing,)
    return Edition(language=given.language, status=EditionStatus.APPROVED, follows=1, printings=printings)


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


async def annul(publication: Publication, reason: str, uow: UnitOfWork) -> None:
    """Take a record of the past back, with the names that came with it."""
    if publication.history is None:
        raise PublicationNotOfThePast
    publication.reason, publication.status = reason, PublicationStatus.WITHDRAWN
    publication.isbns, publication.author_line = [], None
    await uow.emit(publication, PublicationAnnulled(reason=reason))


class ForgetAuthors(Changes):
    """Somebody who is named there wishes to be forgotten, or the persons are known by now."""


@publications.changes(who=DEPARTMENT, when=OUT, emits=[PublicationAuthorsForgotten], refuses=[NoAuthorLine])
async def forget_authors(publication: Publication, command: ForgetAuthors, uow: UnitOfWork) -> None:
    """Forget the names that an old register gives as the authors of a book."""
    if publication.author_line is None:
        raise NoAuthorLine
    publication.author_line = None
    await uow.emit(publication, PublicationAuthorsForgotten())
