"""`RecordInvitationLetter`: record the letter of invitation that was issued."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.admissions.aggregate import admissions
from korpu_mobility.admissions.domain.lifecycle import Migration, Status, require_happened
from korpu_mobility.admissions.domain.steps import require_before_arrival
from korpu_mobility.admissions.facts import AdmissionInvited
from korpu_mobility.admissions.inputs import Happened, Number
from korpu_mobility.admissions.refusals.course import AdmissionInFuture
from korpu_mobility.admissions.refusals.migration import LetterTooLate
from korpu_mobility.admissions.tables import Admission
from korpu_mobility.permissions import OFFICE


class RecordInvitationLetter(Changes):
    """The number and the day of the letter."""

    number: Number
    on: Happened


@admissions.changes(
    who=OFFICE,
    when=[Status.ACCEPTED],
    emits=[AdmissionInvited],
    refuses=[AdmissionInFuture, LetterTooLate],
    requires=[require_before_arrival],
)
async def record_invitation_letter(admission: Admission, command: RecordInvitationLetter, uow: UnitOfWork) -> None:
    """Record the letter of invitation that was issued."""
    require_happened(command.on, uow.today)
    if admission.migration == Migration.NOT_BEGUN:
        admission.migration = Migration.INVITED
    admission.letter_number, admission.letter_on = command.number, command.on
    await uow.emit(admission, AdmissionInvited(letter_number=command.number, on=command.on))
