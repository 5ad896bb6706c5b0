"""`TerminateAgreement`: record notice of termination, which takes effect when the notice period is over."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.impact import Seen, require_impact_seen
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Day, Text
from korpu_partners.agreements.aggregate import agreements
from korpu_partners.agreements.domain.endings import Initiative, Termination, require_timely_notice
from korpu_partners.agreements.domain.lifecycle import BINDING, Status
from korpu_partners.agreements.facts import AgreementTerminated, AgreementTerminationGiven
from korpu_partners.agreements.policies.dependents import dependents_of
from korpu_partners.agreements.policies.evidence import EVIDENCE_REFUSALS, require_notice
from korpu_partners.agreements.policies.termination import end
from korpu_partners.agreements.records import Evidence
from korpu_partners.agreements.refusals.documents import DatedInTheFuture
from korpu_partners.agreements.refusals.ends import EndsBeforeThat, NoticeTooShort, TerminationGiven
from korpu_partners.agreements.refusals.evidence import NoticeMissing, NotTheNotice
from korpu_partners.agreements.refusals.impact import ImpactNotSeen
from korpu_partners.agreements.tables import Agreement
from korpu_partners.permissions import HEAD


class TerminateAgreement(Changes):
    """Who ends it, with which paper, and from when; the reason is shown to those concerned."""

    effective: Annotated[Day, Field(description="The first day on which it does not bind any more.")]
    given_on: Annotated[Day, Field(description="The day of the notice.")]
    wished_by: Initiative
    document: Annotated[Evidence, Field(description="With the notice that was made, or a file of the agreement.")]
    reason: Text
    impact: Seen = None


@agreements.changes(
    who=[HEAD],
    when=BINDING,
    to={status: [status, Status.TERMINATED] for status in BINDING},
    emits=[AgreementTerminationGiven, AgreementTerminated],
    refuses=[
        ImpactNotSeen,
        NoticeTooShort,
        DatedInTheFuture,
        EndsBeforeThat,
        TerminationGiven,
        NoticeMissing,
        NotTheNotice,
        *EVIDENCE_REFUSALS,
    ],
)
async def terminate_agreement(agreement: Agreement, command: TerminateAgreement, uow: UnitOfWork) -> None:
    """Record notice of termination, which takes effect when the notice period is over; what was signed stays."""
    if agreement.termination:
        raise TerminationGiven(effective=agreement.termination.effective.isoformat())
    termination = Termination(
        effective=command.effective,
        given_on=command.given_on,
        wished_by=command.wished_by,
        document=command.document,
        reason=command.reason,
    )
    require_timely_notice(termination, agreement.renewal.notice_days, agreement.ends, uow.today)
    require_impact_seen(await dependents_of(agreement, uow), command.impact, ImpactNotSeen)
    await require_notice(agreement, command.document, command.effective, uow)
    agreement.termination = termination
    given = AgreementTerminationGiven(effective=command.effective, wished_by=command.wished_by, reason=command.reason)
    await uow.emit(agreement, given)
    if command.effective <= uow.today:
        await end(agreement, uow)
