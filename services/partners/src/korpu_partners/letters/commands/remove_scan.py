"""`RemoveScan`: take a wrong scan away; a file that hangs nowhere else is deleted."""

from uuid import UUID

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.files import files
from korpu_partners.letters.aggregate import letters
from korpu_partners.letters.domain.lifecycle import STANDING
from korpu_partners.letters.facts import LetterScansChanged
from korpu_partners.letters.fields import Reason
from korpu_partners.letters.refusals import UnknownScan
from korpu_partners.letters.tables import Letter
from korpu_partners.parts import one_of, without
from korpu_partners.permissions import DEPARTMENT


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
