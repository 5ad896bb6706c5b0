"""`MarkPrintFile`: open a file to all, or close it again."""

from uuid import UUID

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.permissions import DEPARTMENT
from korpu_partners.publications.aggregate import publications
from korpu_partners.publications.facts import PublicationFilesChanged
from korpu_partners.publications.policies.manuscripts import MADE, OpenToAll, emit_file_change, require_open_access
from korpu_partners.publications.refusals.files import NoSuchEditionFile, NotOpenAccess
from korpu_partners.publications.tables import Publication


class MarkPrintFile(Changes):
    """Whether all may fetch a file of what came out."""

    attachment_id: UUID
    open_to_all: OpenToAll


@publications.changes(
    who=DEPARTMENT, when=MADE, emits=[PublicationFilesChanged], refuses=[NoSuchEditionFile, NotOpenAccess]
)
async def mark_print_file(publication: Publication, command: MarkPrintFile, uow: UnitOfWork) -> None:
    """Open a file to all, or close it again."""
    held = next((each for each in publication.print_files if each.id == command.attachment_id), None)
    if held is None:
        raise NoSuchEditionFile("attachment_id")
    require_open_access(publication, open_to_all=command.open_to_all)
    marked = held.model_copy(update={"open_to_all": command.open_to_all})
    publication.print_files = tuple(marked if each is held else each for each in publication.print_files)
    await emit_file_change(publication, marked, "opened" if command.open_to_all else "closed", uow)
