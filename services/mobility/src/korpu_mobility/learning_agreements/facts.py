"""What happened, as messages tell it."""

from datetime import date

from korpu_chassis.commands.state import Fact
from korpu_chassis.validation.codes import Ects
from korpu_mobility.learning_agreements.domain.lifecycle import Party


class LearningAgreementDrafted(Fact):
    """The first version was written."""


class LearningAgreementRevised(Fact):
    """A version was written; what was signed before does not count for it."""

    number: int


class LearningAgreementContactsChanged(Fact):
    """Which offices look after it was written down; their mailboxes stay here."""


class LearningAgreementSigned(Fact):
    """One of two who sign before the last has signed this version."""

    by: Party
    number: int


class LearningAgreementAgreed(Fact):
    """All three have signed this version: it holds."""

    number: int


class LearningAgreementRejected(Fact):
    """Sender or receiver said no to this version; why is for the person."""

    by: Party
    number: int


class LearningAgreementWithdrawn(Fact):
    """It was taken back before all three had signed."""


class LearningAgreementCancelled(Fact):
    """The stay does not take place, and with it what was to be studied."""


class LearningAgreementResumed(Fact):
    """The stay takes place after all: it stands as before."""


class LearningAgreementYearCorrected(Fact):
    """The academic year of the stay was put right, and with it that of the agreement."""


class LearningAgreementLinkOpened(Fact):
    """A party without an account was given a link to see and answer the current version."""

    party: Party


class LearningAgreementLinkRevoked(Fact):
    """A link that was given to a party leads nowhere any more."""

    party: Party


class LearningAgreementDecisionOverdue(Fact):
    """The receiver was to sign or reject by this day, and has done neither."""

    due: date


class LearningAgreementTranscriptDue(Fact):
    """The person is back: the host sends its transcript by this day."""

    due: date


class LearningAgreementTranscriptOverdue(Fact):
    """The host was to send its transcript by this day, and has not."""

    due: date


class LearningAgreementTranscriptRecorded(Fact):
    """The host's transcript is here; its grades stay here."""

    on: date
    ects: Ects


class LearningAgreementRecognised(Fact):
    """What was achieved counts at home; the grades stay here."""

    on: date
    ects: Ects
