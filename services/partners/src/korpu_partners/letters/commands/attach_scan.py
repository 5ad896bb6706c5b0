"""`AttachScan`: put a scan to a letter."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import LanguageTag
from korpu_documents.attachments import Sha256, Title
from korpu_documents.refusals import UnknownFile
from korpu_partners.files import files
from korpu_partners.letters.aggregate import letters
from korpu_partners.letters.domain.lifecycle import STANDING
from korpu_partners.letters.facts import LetterScansChanged
from korpu_partners.letters.tables import Letter
from korpu_partners.permissions import DEPARTMENT


class AttachScan(Changes):
    """A file that was uploaded before, by its hash, and what it is."""

    file: Sha256
    title: Title
    language: LanguageTag | None = None


@letters.changes(who=DEPARTMENT, when=STANDING, emits=[LetterScansChanged], refuses=[UnknownFile])
async def attach_scan(letter: Letter, command: AttachScan, uow: UnitOfWork) -> None:
    """Put a scan to a letter."""
    scan = await files.attach(uow, letter, command.file, command.title, language=command.language)
    letter.files = (*letter.files, scan)
    await uow.emit(letter, LetterScansChanged(attachment_id=scan.id, how="added"))
