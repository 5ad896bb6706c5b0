"""`AssignLetter`: give a letter to whoever shall see to it, or to somebody else than before."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.identity.subjects import Subject
from korpu_chassis.validation.codes import Day
from korpu_partners.letters.aggregate import letters
from korpu_partners.letters.domain.lifecycle import OPEN, LetterStatus
from korpu_partners.letters.facts import LetterAssigned
from korpu_partners.letters.policies.registration import require_not_in_past
from korpu_partners.letters.refusals import LetterDueInThePast
from korpu_partners.letters.tables import Letter
from korpu_partners.permissions import DEPARTMENT


class AssignLetter(Changes):
    """Who sees to it from now on, and by when if that changes."""

    assignee: Subject
    backup: Subject | None = None
    due: Day | None = None


@letters.changes(
    who=DEPARTMENT,
    when=OPEN,
    to=[LetterStatus.ASSIGNED],
    emits=[LetterAssigned],
    refuses=[LetterDueInThePast],
)
async def assign_letter(letter: Letter, command: AssignLetter, uow: UnitOfWork) -> None:
    """Give a letter to whoever shall see to it, or to somebody else than before."""
    require_not_in_past(command.due, uow.today)
    before, letter.assignee, letter.backup = letter.assignee, command.assignee, command.backup
    letter.stands(LetterStatus.ASSIGNED, uow.today)
    if command.due:
        letter.is_due(command.due, uow.today)
    assigned = LetterAssigned(assignee=command.assignee, backup=command.backup, before=before, due=letter.due)
    await uow.emit(letter, assigned)
