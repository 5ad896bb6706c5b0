"""`RecordTranscript`: write down what the host says was achieved, with its paper."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Day, Personal, Text
from korpu_documents.attachments import Sha256
from korpu_documents.refusals import UnknownFile
from korpu_mobility.files import files
from korpu_mobility.learning_agreements.aggregate import learning_agreements
from korpu_mobility.learning_agreements.domain.content import STUDIED
from korpu_mobility.learning_agreements.domain.lifecycle import LIVING, Status
from korpu_mobility.learning_agreements.domain.results import credits_of, require_agreed, require_past
from korpu_mobility.learning_agreements.facts import LearningAgreementTranscriptRecorded
from korpu_mobility.learning_agreements.inputs import MOST_COMPONENTS
from korpu_mobility.learning_agreements.parts import Result, Transcript
from korpu_mobility.learning_agreements.policies.stay import require_begun_stay
from korpu_mobility.learning_agreements.refusals.results import (
    ComponentUnknown,
    NothingAgreed,
    ResultsInFuture,
    ResultTwice,
    StayNotBegun,
)
from korpu_mobility.learning_agreements.tables import LearningAgreement
from korpu_mobility.permissions import DESK


class RecordTranscript(Changes):
    """The host's results by its own scale; a later one takes the place of what was written down wrongly."""

    on: Annotated[Day, Field(description="The day of the transcript.")]
    scale: Annotated[Text | None, Personal, Field(max_length=200, description="How the host grades.")] = None
    results: Annotated[tuple[Result, ...], Personal, Field(max_length=MOST_COMPONENTS)]
    file: Sha256


@learning_agreements.changes(
    who=DESK,
    when=(*LIVING, Status.TRANSCRIBED),
    to=[Status.TRANSCRIBED],
    emits=[LearningAgreementTranscriptRecorded],
    refuses=[NothingAgreed, StayNotBegun, ComponentUnknown, ResultTwice, ResultsInFuture, UnknownFile],
)
async def record_transcript(agreement: LearningAgreement, command: RecordTranscript, uow: UnitOfWork) -> None:
    """Write down what the host says was achieved, with its paper."""
    if agreement.agreed_version is None:
        raise NothingAgreed
    require_past(command.on, uow.today)
    require_agreed(command.results, agreement.agreed_version.components, STUDIED, "results")
    await require_begun_stay(agreement.mobility_id, uow)
    before = agreement.transcript
    file = await files.attach(uow, agreement, command.file, f"Transcript {agreement.code}")
    agreement.transcript = Transcript(on=command.on, scale=command.scale, results=command.results, file=file)
    if before:
        await files.detach(uow, agreement, before.file)
    agreement.status = Status.TRANSCRIBED
    agreement.waits_until(None)
    ects = credits_of(command.results)
    await uow.emit(agreement, LearningAgreementTranscriptRecorded(on=command.on, ects=ects))
