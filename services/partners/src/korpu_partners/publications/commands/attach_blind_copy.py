"""`AttachBlindCopy`: put the copy to an edition that its reviewers may fetch."""

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_documents.refusals import UnknownFile
from korpu_partners.permissions import DEPARTMENT
from korpu_partners.publications.aggregate import publications
from korpu_partners.publications.facts import PublicationFilesChanged
from korpu_partners.publications.inputs.edition_file import EditionFile
from korpu_partners.publications.policies.blind_copies import READ, require_blind_copy
from korpu_partners.publications.policies.manuscripts import written
from korpu_partners.publications.refusals.files import BlindCopyNamesSomebody, BlindCopyUnseen
from korpu_partners.publications.refusals.general import NoSuchEdition
from korpu_partners.publications.tables import Publication


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
    await written(publication, command, uow, check=require_blind_copy)
