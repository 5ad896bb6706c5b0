"""`RemoveEditionFile`: take a file away; one that hangs nowhere else is deleted."""

from uuid import UUID

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.files import files
from korpu_partners.permissions import DEPARTMENT
from korpu_partners.publications.aggregate import publications
from korpu_partners.publications.facts import PublicationFilesChanged
from korpu_partners.publications.fields import Reason
from korpu_partners.publications.parts import Manuscript, PrintFile
from korpu_partners.publications.policies.manuscripts import emit_file_change
from korpu_partners.publications.refusals.files import NoSuchEditionFile
from korpu_partners.publications.tables import Publication


class RemoveEditionFile(Changes):
    """Which file does not belong there, and why."""

    attachment_id: UUID
    reason: Reason


@publications.changes(who=DEPARTMENT, emits=[PublicationFilesChanged], refuses=[NoSuchEditionFile])
async def remove_edition_file(publication: Publication, command: RemoveEditionFile, uow: UnitOfWork) -> None:
    """Take a file away; one that hangs nowhere else is deleted."""
    held: tuple[Manuscript | PrintFile, ...] = (*publication.manuscripts, *publication.print_files)
    gone = next((each for each in held if each.id == command.attachment_id), None)
    if gone is None:
        raise NoSuchEditionFile("attachment_id")
    publication.manuscripts = tuple(each for each in publication.manuscripts if each is not gone)
    publication.print_files = tuple(each for each in publication.print_files if each is not gone)
    await files.detach(uow, publication, gone)
    await emit_file_change(publication, gone, "removed", uow)
