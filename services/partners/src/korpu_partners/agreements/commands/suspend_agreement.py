"""`SuspendAgreement`: let the agreement rest, once it was seen what depends on it."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.impact import Seen, require_impact_seen
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Day, Text
from korpu_partners.agreements.aggregate import agreements
from korpu_partners.agreements.domain.endings import Suspension
from korpu_partners.agreements.domain.lifecycle import RUNNING, Status
from korpu_partners.agreements.facts import AgreementSuspended
from korpu_partners.agreements.policies.dependents import dependents_of
from korpu_partners.agreements.policies.evidence import EVIDENCE_REFUSALS, require_evidence
from korpu_partners.agreements.records import Evidence
from korpu_partners.agreements.refusals.impact import ImpactNotSeen
from korpu_partners.agreements.refusals.suspension import SuspensionInThePast
from korpu_partners.agreements.tables import Agreement
from korpu_partners.permissions import HEAD


class SuspendAgreement(Changes):
    """Why nothing new begins under the agreement, and until when; the reason is shown to those concerned."""

    until: Annotated[Day | None, Field(description="The last day; none means until it is resumed.")] = None
    reason: Text
    document: Evidence | None = None
    impact: Seen = None


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
    require_impact_seen(await dependents_of(agreement, uow), command.impact, ImpactNotSeen)
    await require_evidence(agreement, command.document, "document", uow)
    agreement.suspension = Suspension(
        since=uow.today, until=command.until, reason=command.reason, document=command.document
    )
    await uow.emit(agreement, AgreementSuspended(until=command.until, reason=command.reason))
