"""Letting an agreement rest, and taking it up again."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.refusals import Refusal
from korpu_chassis.validation.codes import Day, Text
from korpu_partners.agreements.dependents import dependents_of
from korpu_partners.agreements.endings import Suspension
from korpu_partners.agreements.evidence import EVIDENCE_REFUSALS, check_evidence
from korpu_partners.agreements.impact import Impact, ImpactNotSeen, confirm_impact
from korpu_partners.agreements.lifecycle import RUNNING, Status
from korpu_partners.agreements.messages.ending import AgreementResumed, AgreementSuspended
from korpu_partners.agreements.records import Evidence
from korpu_partners.agreements.room import agreements
from korpu_partners.agreements.tables import Agreement
from korpu_partners.people import HEAD


class SuspensionInThePast(Refusal):
    """A suspension ends on a day to come."""

    code = "agreement-suspension-in-the-past"
    text = {
        "az": "Dayandırmanın son günü gələcəkdə olmalıdır.",
        "en": "The last day of the suspension must be to come.",
        "ru": "Последний день приостановки должен быть в будущем.",
        "de": "Der letzte Tag der Aussetzung muss in der Zukunft liegen.",
        "fr": "Le dernier jour de la suspension doit être à venir.",
    }


class SuspendAgreement(Changes):
    """Why nothing new begins under the agreement, and until when; the reason is shown to those concerned."""

    until: Annotated[Day | None, Field(description="The last day; none means until it is resumed.")] = None
    reason: Text
    document: Evidence | None = None
    impact: Impact = None


@agreements.changes(
    who=[HEAD],
    when=RUNNING,
    to=[Status.SUSPENDED],
    emits=[AgreementSuspended],
    refuses=[ImpactNotSeen, SuspensionInThePast, *EVIDENCE_REFUSALS],
)
async def suspend_agreement(agreement: Agreement, command: SuspendAgreement, uow: UnitOfWork) -> None:
    """Let the agreement rest, once it was seen what depends on it."""
    if command.until and command.until < uow.today:
        raise SuspensionInThePast("until")
    confirm_impact(await dependents_of(agreement, uow), command.impact)
    await check_evidence(agreement, command.document, "document", uow)
    agreement.suspension = Suspension(
        since=uow.today, until=command.until, reason=command.reason, document=command.document
    )
    await uow.emit(agreement, AgreementSuspended(until=command.until, reason=command.reason))


class ResumeAgreement(Changes):
    """The agreement rests no more."""


@agreements.changes(who=[HEAD], when=[Status.SUSPENDED], to=RUNNING, emits=[AgreementResumed])
async def resume_agreement(agreement: Agreement, command: ResumeAgreement, uow: UnitOfWork) -> None:
    """Take a suspended agreement up again."""
    await resume(agreement, uow)


async def resume(agreement: Agreement, uow: UnitOfWork) -> None:
    """End the rest."""
    agreement.suspension = None
    await uow.emit(agreement, AgreementResumed())
