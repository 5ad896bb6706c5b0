"""`AddEdition`: plan an edition in one more language."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import Language
from korpu_partners.permissions import DEPARTMENT
from korpu_partners.publications.aggregate import publications
from korpu_partners.publications.domain.lifecycle import GROWING
from korpu_partners.publications.facts import PublicationEditionAdded
from korpu_partners.publications.parts import Edition
from korpu_partners.publications.refusals.general import EditionExists
from korpu_partners.publications.tables import Publication


class AddEdition(Changes):
    """In which language it shall come out besides."""

    language: Language


@publications.changes(who=DEPARTMENT, when=GROWING, emits=[PublicationEditionAdded], refuses=[EditionExists])
async def add_edition(publication: Publication, command: AddEdition, uow: UnitOfWork) -> None:
    """Plan an edition in one more language."""
    if command.language in publication.languages:
        raise EditionExists("language", language=command.language)
    publication.kept_editions = (*publication.kept_editions, Edition(language=command.language))
    await uow.emit(publication, PublicationEditionAdded(language=command.language))
