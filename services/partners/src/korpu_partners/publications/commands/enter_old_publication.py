"""`EnterOldPublication`, `ForgetAuthors`."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.agreements.interface import require_agreement
from korpu_partners.permissions import DEPARTMENT
from korpu_partners.publications.aggregate import publications
from korpu_partners.publications.domain.lifecycle import OUT
from korpu_partners.publications.facts import PublicationAuthorsForgotten, PublicationEntered
from korpu_partners.publications.inputs.enter_old_publication import EnterOldPublication
from korpu_partners.publications.policies.history import gifts_of, old, require_past_days
from korpu_partners.publications.policies.isbns import require_free_isbn
from korpu_partners.publications.refusals.general import EditionExists
from korpu_partners.publications.refusals.readiness import (
    GivenOnWrongDay,
    IsbnTaken,
    NoAuthorLine,
    NotEnoughCopies,
    PublishedInTheFuture,
)
from korpu_partners.publications.tables import Publication


@publications.creates(
    who=DEPARTMENT,
    to=OUT,
    emits=[PublicationEntered],
    refuses=[PublishedInTheFuture, GivenOnWrongDay, NotEnoughCopies, EditionExists, IsbnTaken],
)
async def enter_old_publication(command: EnterOldPublication, uow: UnitOfWork) -> Publication:
    """Take a book over from an older register; it is out since its day, and nobody is reminded of anything."""
    require_past_days(command, uow.today)
    languages = [each.language for each in command.editions]
    if twice := next((each for each in languages if languages.count(each) > 1), None):
        raise EditionExists("editions", language=twice)
    isbns = [each.isbn for each in command.editions if each.isbn]
    if len(isbns) > len(set(isbns)):
        raise IsbnTaken("editions")
    for each in sorted(isbns):
        await require_free_isbn(each, uow, "editions")
    await require_agreement(command.agreement_id, uow)
    publication = old(command)
    publication.distributions = await gifts_of(command, uow)
    series = f"PUB-{command.published_on.year}"
    publication.code, publication.isbns = f"{series}-{await uow.number(series):03d}", isbns
    await uow.emit(publication, PublicationEntered(on=command.published_on, number=command.number))
    return publication


class ForgetAuthors(Changes):
    """Somebody who is named there wishes to be forgotten, or the persons are known by now."""


@publications.changes(who=DEPARTMENT, when=OUT, emits=[PublicationAuthorsForgotten], refuses=[NoAuthorLine])
async def forget_authors(publication: Publication, command: ForgetAuthors, uow: UnitOfWork) -> None:
    """Forget the names that an old register gives as the authors of a book."""
    if publication.author_line is None:
        raise NoAuthorLine
    publication.author_line = None
    await uow.emit(publication, PublicationAuthorsForgotten())
