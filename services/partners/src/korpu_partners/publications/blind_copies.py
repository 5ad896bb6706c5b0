"""The copy that reviewers are lent: nothing in it tells who wrote it, as far as a file can be looked into."""

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_documents.properties import CannotLook
from korpu_documents.refusals import UnknownFile
from korpu_partners.files import files
from korpu_partners.people import DEPARTMENT
from korpu_partners.publications.file_refusals import BlindCopyNamesSomebody, BlindCopyUnseen
from korpu_partners.publications.lifecycle import UNDER_REVIEW, PublicationStatus
from korpu_partners.publications.manuscripts import EditionFile, written
from korpu_partners.publications.messages import PublicationFilesChanged
from korpu_partners.publications.parts import Manuscript
from korpu_partners.publications.refusals import NoSuchEdition
from korpu_partners.publications.room import publications
from korpu_partners.publications.tables import Publication

READ = (PublicationStatus.SUBMITTED, *UNDER_REVIEW, PublicationStatus.RETURNED)


class AttachBlindCopy(EditionFile):
    """The text for reviewers; nothing in it tells who wrote it, and its properties name nobody."""


@publications.changes(
    who=DEPARTMENT,
    when=READ,
    emits=[PublicationFilesChanged],
    refuses=[NoSuchEdition, UnknownFile, BlindCopyNamesSomebody, BlindCopyUnseen],
)
async def attach_blind_copy(publication: Publication, command: AttachBlindCopy, uow: UnitOfWork) -> None:
    """Put the copy to an edition that its reviewers may fetch."""
    await written(publication, command, uow, check=names_nobody)


async def names_nobody(copy: Manuscript) -> None:
    """Refuse a copy that names somebody beside its text, or cannot be looked into."""
    try:
        named = await files.people_in(copy)
    except CannotLook:
        raise BlindCopyUnseen("file") from None
    if named:
        raise BlindCopyNamesSomebody("file", where=", ".join(named))
