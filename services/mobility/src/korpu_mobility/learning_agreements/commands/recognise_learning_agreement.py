"""`RecogniseLearningAgreement`: write down what counts at home, what does not and why; it closes the agreement."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Day, Personal
from korpu_documents.attachments import Sha256
from korpu_documents.refusals import UnknownFile
from korpu_mobility.files import files
from korpu_mobility.learning_agreements.aggregate import learning_agreements
from korpu_mobility.learning_agreements.domain.content import STUDIED, Table, credits_in
from korpu_mobility.learning_agreements.domain.lifecycle import ACHIEVED, Status
from korpu_mobility.learning_agreements.domain.results import credits_of, require_agreed, require_past
from korpu_mobility.learning_agreements.facts import LearningAgreementRecognised
from korpu_mobility.learning_agreements.inputs import MOST_COMPONENTS
from korpu_mobility.learning_agreements.parts import NotRecognised, Recognition, Result
from korpu_mobility.learning_agreements.refusals.results import (
    ComponentUnknown,
    LessRecognised,
    ResultsInFuture,
    ResultTwice,
)
from korpu_mobility.learning_agreements.tables import LearningAgreement
from korpu_mobility.permissions import DESK


class RecogniseLearningAgreement(Changes):
    """Home's results; a later one takes the place of what was written down wrongly."""

    on: Annotated[Day, Field(description="The day of the decision.")]
    results: Annotated[tuple[Result, ...], Personal, Field(max_length=MOST_COMPONENTS)]
    not_recognised: Annotated[tuple[NotRecognised, ...], Personal, Field(max_length=MOST_COMPONENTS)] = ()
    file: Sha256


@learning_agreements.changes(
    who=DESK,
    when=ACHIEVED,
    to=[Status.RECOGNISED],
    emits=[LearningAgreementRecognised],
    refuses=[ComponentUnknown, ResultTwice, ResultsInFuture, UnknownFile],
)
async def recognise_learning_agreement(
    agreement: LearningAgreement, command: RecogniseLearningAgreement, uow: UnitOfWork
) -> None:
    """Write down what counts at home, what does not and why; it closes the agreement."""
    assert agreement.agreed_version  # noqa: S101 -- without one there is no transcript
    planned = agreement.agreed_version.components
    require_past(command.on, uow.today)
    require_agreed(command.results, planned, (Table.HOME,), "results")
    require_agreed(command.not_recognised, planned, STUDIED, "not_recognised")
    before, ects = agreement.recognition, credits_of(command.results)
    file = await files.attach(uow, agreement, command.file, f"Recognition {agreement.code}")
    agreement.recognition = Recognition(
        on=command.on, results=command.results, not_recognised=command.not_recognised, file=file
    )
    if before:
        await files.detach(uow, agreement, before.file)
    if ects < (home := credits_in(planned, Table.HOME)):
        uow.warn(LessRecognised("results", planned=home, recognised=ects))
    agreement.status = Status.RECOGNISED
    await uow.emit(agreement, LearningAgreementRecognised(on=command.on, ects=ects))
