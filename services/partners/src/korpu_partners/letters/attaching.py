"""The scan of a letter, and whatever came with it; who reads the letter may have its files."""

from uuid import UUID

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import LanguageTag
from korpu_documents.attachments import Sha256, Title
from korpu_documents.refusals import UnknownFile
from korpu_partners.files import files
from korpu_partners.letters.fields import Reason
from korpu_partners.letters.lifecycle import STANDING
from korpu_partners.letters.messages import LetterScansChanged
from korpu_partners.letters.refusals import UnknownScan
from korpu_partners.letters.room import letters
from korpu_partners.letters.tables import Letter
from korpu_partners.people import DEPARTMENT
from korpu_partners.several import one_of, without


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


class RemoveScan(Changes):
    """Which file does not belong to the letter, and why."""

    attachment_id: UUID
    reason: Reason


@letters.changes(who=DEPARTMENT, when=STANDING, emits=[LetterScansChanged], refuses=[UnknownScan])
async def remove_scan(letter: Letter, command: RemoveScan, uow: UnitOfWork) -> None:
    """Take a wrong scan away; a file that hangs nowhere else is deleted."""
    gone = one_of(letter.files, command.attachment_id, UnknownScan("attachment_id"))
    letter.files = without(letter.files, gone)
    await files.detach(uow, letter, gone)
    await uow.emit(letter, LetterScansChanged(attachment_id=gone.id, how="removed"))
