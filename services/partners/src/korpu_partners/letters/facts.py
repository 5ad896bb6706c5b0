"""What happened, as messages tell it."""

from datetime import date
from typing import Literal
from uuid import UUID

from korpu_chassis.commands.state import Fact
from korpu_partners.letters.parts import Link


class LetterRegistered(Fact):
    """A letter has got its number."""

    answers_id: UUID | None


class LetterEntered(Fact):
    """It was taken over from an older register, under the number that it has there."""


class LetterCorrected(Fact):
    """Something was written differently than it was."""

    fields: tuple[str, ...]


class LetterAssigned(Fact):
    """Somebody is to see to it."""

    assignee: str
    backup: str | None
    before: str | None
    due: date | None


class LetterBegun(Fact):
    """The assignee works on it."""


class LetterAssignmentReturned(Fact):
    """The assignee has given it back; it waits for another one."""

    before: str
    reason: str


class LetterPostponed(Fact):
    """It is due on another day."""

    before: date | None
    due: date
    reason: str


class LetterAnswered(Fact):
    """Another letter answers it."""

    answer_id: UUID


class LetterAnswerWithdrawn(Fact):
    """What was noted as its answer is none: it was annulled, or noted by mistake."""

    answer_id: UUID
    reason: str


class LetterClosed(Fact):
    """Nothing more is to be done."""

    answered: bool
    no_answer: str | None


class LetterReopened(Fact):
    """Something is to be done after all."""

    reason: str


class LetterAnnulled(Fact):
    """It was registered by mistake; its number stays used."""

    reason: str


class LetterLinksChanged(Fact):
    """It is about one thing more, or one less."""

    link: Link
    how: Literal["added", "removed"]


class LetterScansChanged(Fact):
    """It has one file more, or one less."""

    attachment_id: UUID
    how: Literal["added", "removed"]


class LetterDueSoon(Fact):
    """The due day is near; those who look after it are reminded, or the head if nobody does."""

    due: date
    recipients: tuple[str, ...]
    tell: tuple[str, ...]


class LetterOverdue(Fact):
    """The due day is over and it is still open; those who look after it and the head are told."""

    due: date
    recipients: tuple[str, ...]
    tell: tuple[str, ...]


class LetterPersonalDataPurged(Fact):
    """The name and the note were deleted; the entry of the register stays."""
