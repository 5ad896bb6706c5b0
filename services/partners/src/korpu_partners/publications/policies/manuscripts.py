"""Files of an edition: written down, and open to whom."""

from collections.abc import Awaitable, Callable
from typing import Annotated, Any, Literal

from pydantic import Field

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.files import files
from korpu_partners.publications.domain.freshness import edition_in
from korpu_partners.publications.domain.lifecycle import OUT, PublicationStatus
from korpu_partners.publications.facts import PublicationFilesChanged
from korpu_partners.publications.inputs.edition_file import EditionFile
from korpu_partners.publications.parts import Manuscript, PrintFile
from korpu_partners.publications.refusals.files import NotOpenAccess
from korpu_partners.publications.tables import Publication

MADE = (PublicationStatus.IN_PRODUCTION, *OUT)
Check = Callable[[Manuscript], Awaitable[None]]
How = Literal["added", "removed", "opened", "closed"]
OpenToAll = Annotated[bool, Field(description="Anybody may fetch it once the work is out; only of open access works.")]


def require_open_access(publication: Publication, *, open_to_all: bool) -> None:
    """Only a work with open access has files for all."""
    if open_to_all and not publication.open_access:
        raise NotOpenAccess("open_to_all")


async def written(
    publication: Publication, command: EditionFile, uow: UnitOfWork, *, check: Check | None = None
) -> None:
    """Put a text to an edition; one that is checked before is a blind copy."""
    edition = edition_in(publication.kept_editions, command.language)
    held = await brought_file(publication, command, uow)
    file = Manuscript(**held, revision=edition.follows or publication.source_revision, blind=check is not None)
    if check:
        await check(file)
    publication.manuscripts = (*publication.manuscripts, file)
    await emit_file_change(publication, file, "added", uow)


async def brought_file(publication: Publication, command: EditionFile, uow: UnitOfWork) -> dict[str, Any]:
    """Hang a file that was brought on a publication, and give what is kept of it."""
    return dict(await files.attach(uow, publication, command.file, command.title, language=command.language))


async def emit_file_change(publication: Publication, file: Manuscript | PrintFile, how: How, uow: UnitOfWork) -> None:
    """Emit that a file of an edition was added, marked or removed."""
    what = "print_file" if isinstance(file, PrintFile) else "blind_copy" if file.blind else "manuscript"
    told = {"language": file.language, "attachment_id": file.id, "what": what, "how": how}
    await uow.emit(publication, PublicationFilesChanged.model_validate(told))
