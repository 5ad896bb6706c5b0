"""What mobility's other aggregates may ask of learning agreements: ids come in, values go out."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from uuid import UUID

from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.refusals import NotFound
from korpu_mobility.files import files
from korpu_mobility.guest_links import guest_links
from korpu_mobility.learning_agreements.domain.lifecycle import LIVING, Status, standing
from korpu_mobility.learning_agreements.facts import (
    LearningAgreementCancelled,
    LearningAgreementResumed,
    LearningAgreementTranscriptDue,
    LearningAgreementYearCorrected,
)
from korpu_mobility.learning_agreements.parts import Version
from korpu_mobility.learning_agreements.rules import transcript_due_after
from korpu_mobility.learning_agreements.tables import LearningAgreement

VersionOnPaper = Version

FORGOTTEN = {"comment": None, "language_level": None, "salt": None}


@dataclass(frozen=True)
class LearningAgreementOnPaper:
    """A learning agreement as papers tell of it."""

    id: UUID
    version: int
    code: str
    status: str
    unit: str | None
    mobility_id: UUID
    person_id: UUID
    sender_id: UUID | None
    receiver_id: UUID | None
    academic_year: str
    versions: tuple[Version, ...]


async def learning_agreement_on_paper(id: UUID, uow: UnitOfWork) -> LearningAgreementOnPaper:
    """The learning agreement as it stands now; nobody is kept from changing it."""
    found = await uow.session.get(LearningAgreement, id)
    if found is None:
        raise NotFound("learning_agreement_id")
    return LearningAgreementOnPaper(
        **{each.name: getattr(found, each.name) for each in fields(LearningAgreementOnPaper)}
    )


async def hold_learning_agreement_version(id: UUID, uow: UnitOfWork) -> int:
    """The version of a learning agreement that nobody changes until the transaction ends."""
    return await uow.hold(LearningAgreement, id)


async def cancel_with_stay(mobility_id: UUID, uow: UnitOfWork) -> None:
    """The stay does not take place: nothing more is signed about it; the caller holds the stay."""
    for found in await uow.find(LearningAgreement, col(LearningAgreement.mobility_id) == mobility_id):
        agreement = await uow.take(LearningAgreement, found.id)
        if agreement.status in LIVING:
            agreement.status = Status.CANCELLED
            await uow.emit(agreement, LearningAgreementCancelled())


async def agreements_of_stays(ids: Sequence[UUID], uow: UnitOfWork) -> list[str]:
    """The codes of the learning agreements of these stays."""
    return [each.code for each in await uow.find(LearningAgreement, col(LearningAgreement.mobility_id).in_(ids))]


async def resume_with_stay(mobility_id: UUID, uow: UnitOfWork) -> None:
    """The cancellation of the stay is taken back: the agreement stands as before; the caller holds the stay."""
    for found in await uow.find(LearningAgreement, col(LearningAgreement.mobility_id) == mobility_id):
        agreement = await uow.take(LearningAgreement, found.id)
        if agreement.status == Status.CANCELLED:
            agreement.status = standing(len(agreement.current.signatures), agreement.current.rejected_by)
            await uow.emit(agreement, LearningAgreementResumed())


async def expect_transcript(mobility_id: UUID, returned_on: date, uow: UnitOfWork) -> None:
    """The person is back: the host owes a transcript of what was agreed; the caller holds the stay."""
    for found in await uow.find(LearningAgreement, col(LearningAgreement.mobility_id) == mobility_id):
        agreement = await uow.take(LearningAgreement, found.id)
        if agreement.agreed and agreement.transcript is None:
            agreement.transcript_due = transcript_due_after(returned_on)
            await uow.emit(agreement, LearningAgreementTranscriptDue(due=agreement.transcript_due))


async def follow_stay(mobility_id: UUID, academic_year: str, uow: UnitOfWork) -> None:
    """The year of the stay was put right: its agreement is of that year; the caller holds the stay."""
    for found in await uow.find(LearningAgreement, col(LearningAgreement.mobility_id) == mobility_id):
        agreement = await uow.take(LearningAgreement, found.id)
        if agreement.academic_year != academic_year:
            agreement.academic_year = academic_year
            await uow.emit(agreement, LearningAgreementYearCorrected())


async def forget_learning_agreements(person_id: UUID, uow: UnitOfWork) -> Sequence[UUID]:
    """Forget what is personal about somebody's learning agreements; gives their ids.

    What was studied, and that it was signed, stays for the statistics under the hash that was signed.
    """
    found = await uow.find(LearningAgreement, col(LearningAgreement.person_id) == person_id)
    for each in sorted(found, key=lambda agreement: agreement.id):
        agreement = await uow.take(LearningAgreement, each.id)
        held, agreement.transcript, agreement.recognition = agreement.files, None, None
        for each_file in held:
            await files.detach(uow, agreement, each_file)
        agreement.reason = agreement.contacts = None
        await guest_links.forget(agreement.id, uow)
        agreement.versions = tuple(version.model_copy(update=FORGOTTEN) for version in agreement.versions)
    return [each.id for each in found]
