"""The text as a file: what the authors wrote, what reviewers get, and what has come out."""

from collections.abc import Awaitable, Callable
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import Language
from korpu_documents.attachments import Sha256, Title
from korpu_documents.refusals import UnknownFile
from korpu_partners.files import files
from korpu_partners.people import DEPARTMENT, STAFF
from korpu_partners.publications.fields import Reason
from korpu_partners.publications.file_refusals import NoSuchEditionFile, NotOpenAccess
from korpu_partners.publications.freshness import check_own, edition_in
from korpu_partners.publications.lifecycle import GROWING, OUT, PublicationStatus
from korpu_partners.publications.messages import PublicationFilesChanged
from korpu_partners.publications.parts import Manuscript, PrintFile
from korpu_partners.publications.refusals import EditionOfAnother, NoSuchEdition
from korpu_partners.publications.room import publications
from korpu_partners.publications.tables import Publication

MADE = (PublicationStatus.IN_PRODUCTION, *OUT)
Check = Callable[[Manuscript], Awaitable[None]]
How = Literal["added", "removed", "opened", "closed"]
OpenToAll = Annotated[bool, Field(description="Anybody may fetch it once the work is out; only of open access works.")]


class EditionFile(Changes):
    """A file that was uploaded before, by its hash, what it is, and of which edition."""

    language: Language
    file: Sha256
    title: Title


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
        check_own(edition_in(publication.kept_editions, command.language), uow.principal)
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
    check_open(publication, open_to_all=command.open_to_all)
    held = await _brought(publication, command, uow)
    file = PrintFile(**held, open_to_all=command.open_to_all)
    publication.print_files = (*publication.print_files, file)
    await _emit(publication, file, "added", uow)


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
    check_open(publication, open_to_all=command.open_to_all)
    marked = held.model_copy(update={"open_to_all": command.open_to_all})
    publication.print_files = tuple(marked if each is held else each for each in publication.print_files)
    await _emit(publication, marked, "opened" if command.open_to_all else "closed", uow)


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
    await _emit(publication, gone, "removed", uow)


def check_open(publication: Publication, *, open_to_all: bool) -> None:
    """Only a work with open access has files for all."""
    if open_to_all and not publication.open_access:
        raise NotOpenAccess("open_to_all")


async def written(
    publication: Publication, command: EditionFile, uow: UnitOfWork, *, check: Check | None = None
) -> None:
    """Put a text to an edition; one that is checked before is a blind copy."""
    edition = edition_in(publication.kept_editions, command.language)
    held = await _brought(publication, command, uow)
    file = Manuscript(**held, revision=edition.follows or publication.source_revision, blind=check is not None)
    if check:
        await check(file)
    publication.manuscripts = (*publication.manuscripts, file)
    await _emit(publication, file, "added", uow)


async def _brought(publication: Publication, command: EditionFile, uow: UnitOfWork) -> dict[str, Any]:
    return dict(await files.attach(uow, publication, command.file, command.title, language=command.language))


async def _emit(publication: Publication, file: Manuscript | PrintFile, how: How, uow: UnitOfWork) -> None:
    what = "print_file" if isinstance(file, PrintFile) else "blind_copy" if file.blind else "manuscript"
    told = {"language": file.language, "attachment_id": file.id, "what": what, "how": how}
    await uow.emit(publication, PublicationFilesChanged.model_validate(told))
