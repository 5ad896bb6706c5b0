"""`AttachManuscript`, `AttachPrintFile`."""

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_documents.refusals import UnknownFile
from korpu_partners.permissions import DEPARTMENT, STAFF
from korpu_partners.publications.aggregate import publications
from korpu_partners.publications.domain.freshness import edition_in, require_own_edition
from korpu_partners.publications.domain.lifecycle import GROWING
from korpu_partners.publications.facts import PublicationFilesChanged
from korpu_partners.publications.inputs.edition_file import EditionFile
from korpu_partners.publications.parts import PrintFile
from korpu_partners.publications.policies.manuscripts import (
    MADE,
    OpenToAll,
    brought_file,
    emit_file_change,
    require_open_access,
    written,
)
from korpu_partners.publications.refusals.files import NotOpenAccess
from korpu_partners.publications.refusals.general import EditionOfAnother, NoSuchEdition
from korpu_partners.publications.tables import Publication


class AttachManuscript(EditionFile):
    """The text as its authors or translators wrote it; older ones stay."""


@publications.changes(
    who=[*DEPARTMENT, STAFF.own("author_ids"), STAFF.own("translator_ids")],
    when=GROWING,
    emits=[PublicationFilesChanged],
    refuses=[NoSuchEdition, UnknownFile, EditionOfAnother],
)
async def attach_manuscript(publication: Publication, command: AttachManuscript, uow: UnitOfWork) -> None:
    """Put a manuscript to an edition; who translates, to their own."""
    if uow.principal.person_id not in publication.author_ids:
        require_own_edition(edition_in(publication.kept_editions, command.language), uow.principal)
    await written(publication, command, uow)


class AttachPrintFile(EditionFile):
    """What went to the printer, or is read online."""

    open_to_all: OpenToAll = False


@publications.changes(
    who=DEPARTMENT,
    when=MADE,
    emits=[PublicationFilesChanged],
    refuses=[NoSuchEdition, UnknownFile, NotOpenAccess],
)
async def attach_print_file(publication: Publication, command: AttachPrintFile, uow: UnitOfWork) -> None:
    """Put the file to an edition that comes out."""
    edition_in(publication.kept_editions, command.language)
    require_open_access(publication, open_to_all=command.open_to_all)
    held = await brought_file(publication, command, uow)
    file = PrintFile(**held, open_to_all=command.open_to_all)
    publication.print_files = (*publication.print_files, file)
    await emit_file_change(publication, file, "added", uow)
