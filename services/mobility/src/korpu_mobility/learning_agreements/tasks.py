"""What waits for whom about a learning agreement: to sign, to decide, to answer a no, to record and to recognise."""

from collections.abc import Iterator

from korpu_chassis.commands.task import Task
from korpu_mobility.learning_agreements.domain.lifecycle import Status
from korpu_mobility.learning_agreements.tables import LearningAgreement
from korpu_mobility.permissions import COORDINATOR, THE_PERSON


def tasks_of(agreement: LearningAgreement) -> Iterator[Task]:
    """Everything that waits for somebody who signs in here; whoever signs by a link is not told here."""
    if agreement.status == Status.DRAFT:
        yield Task(("SignLearningAgreement", "ReviseLearningAgreement"), whose=(THE_PERSON,))
    elif agreement.status == Status.REJECTED:
        yield Task(("ReviseLearningAgreement",), whose=(THE_PERSON, COORDINATOR))
    elif agreement.status == Status.TRANSCRIBED:
        yield Task(("RecogniseLearningAgreement",), since=agreement.transcribed_on)
    elif agreement.waits_for is agreement.ours:
        commands = ("CountersignLearningAgreement", "RejectLearningAgreement")
        yield Task(commands, due=agreement.decision_due, never=(agreement.person_id,))
    if agreement.transcript_due and not agreement.transcript:
        yield Task(("RecordTranscript",), due=agreement.transcript_due)
