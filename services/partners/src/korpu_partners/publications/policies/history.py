"""Entering books that came out before the office wrote here: as facts of the past, which remind nobody late."""

from datetime import date
from uuid import uuid4

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import LocalizedText
from korpu_partners.organisations.interface import known_organisation
from korpu_partners.publications.domain.lifecycle import EditionStatus, PublicationStatus
from korpu_partners.publications.facts import PublicationAnnulled
from korpu_partners.publications.inputs.enter_old_publication import EnterOldPublication, OldEdition
from korpu_partners.publications.parts import Distribution, Edition, History, Printing
from korpu_partners.publications.refusals.readiness import (
    GivenOnWrongDay,
    NotEnoughCopies,
    PublicationNotOfThePast,
    PublishedInTheFuture,
)
from korpu_partners.publications.tables import Publication


async def gifts_of(command: EnterOldPublication, uow: UnitOfWork) -> tuple[Distribution, ...]:
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


def require_past_days(command: EnterOldPublication, today: date) -> None:
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


async def annul(publication: Publication, reason: str, uow: UnitOfWork) -> None:
    """Take a record of the past back, with the names that came with it."""
    if publication.history is None:
        raise PublicationNotOfThePast
    publication.reason, publication.status = reason, PublicationStatus.WITHDRAWN
    publication.isbns, publication.author_line = [], None
    await uow.emit(publication, PublicationAnnulled(reason=reason))
