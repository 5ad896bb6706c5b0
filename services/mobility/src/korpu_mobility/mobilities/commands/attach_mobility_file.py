"""`AttachMobilityFile`: put a paper to a stay."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import LanguageTag
from korpu_documents.attaching import NOT_ADDED, require_new
from korpu_documents.attachments import Sha256
from korpu_mobility.files import files
from korpu_mobility.mobilities.aggregate import mobilities
from korpu_mobility.mobilities.domain.papers import TAKES_FILES, StayFileKind
from korpu_mobility.mobilities.facts import MobilityFilesChanged
from korpu_mobility.mobilities.parts import StayFile
from korpu_mobility.mobilities.tables import Mobility
from korpu_mobility.people.interface import PERSON_GONE, require_not_forgotten
from korpu_mobility.permissions import DESK, THE_PERSON


class AttachMobilityFile(Changes):
    """A file that was uploaded before, by its hash, and which paper of the stay it is."""

    kind: StayFileKind
    file: Sha256
    language: LanguageTag | None = None


@mobilities.changes(
    who=(*DESK, THE_PERSON), when=TAKES_FILES, emits=[MobilityFilesChanged], refuses=[*NOT_ADDED, *PERSON_GONE]
)
async def attach_mobility_file(mobility: Mobility, command: AttachMobilityFile, uow: UnitOfWork) -> None:
    """Put a paper to a stay; it is named by its kind, because names of files name persons."""
    await require_not_forgotten(mobility.person_id, uow)
    require_new(mobility.attachments, command.file)
    title = f"{mobility.code} {command.kind.replace('_', ' ')}"
    new = await files.attach(uow, mobility, command.file, title, language=command.language)
    mobility.files = (*mobility.files, StayFile(kind=command.kind, file=new))
    await uow.emit(mobility, MobilityFilesChanged(attachment_id=new.id, kind=command.kind, how="added"))
