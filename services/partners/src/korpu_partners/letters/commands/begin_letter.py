"""`BeginLetter`: begin to work on a letter."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.letters.aggregate import WORKERS, letters
from korpu_partners.letters.domain.lifecycle import LetterStatus
from korpu_partners.letters.facts import LetterBegun
from korpu_partners.letters.tables import Letter


class BeginLetter(Changes):
    """Which letter somebody works on now."""


@letters.changes(who=WORKERS, when=[LetterStatus.ASSIGNED], to=[LetterStatus.IN_PROGRESS], emits=[LetterBegun])
async def begin_letter(letter: Letter, command: BeginLetter, uow: UnitOfWork) -> None:
    """Begin to work on a letter."""
    letter.stands(LetterStatus.IN_PROGRESS, uow.today)
    await uow.emit(letter, LetterBegun())
