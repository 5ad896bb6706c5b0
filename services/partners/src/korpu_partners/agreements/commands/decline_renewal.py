"""`DeclineRenewal`: record notice that the agreement shall end on its last day."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Day, Text
from korpu_partners.agreements.aggregate import agreements
from korpu_partners.agreements.domain.endings import Initiative, NonRenewal
from korpu_partners.agreements.domain.lifecycle import BINDING
from korpu_partners.agreements.domain.renewal import notice_date, renews_itself
from korpu_partners.agreements.domain.requirements import require_end, require_no_successor
from korpu_partners.agreements.facts import AgreementRenewalDeclined
from korpu_partners.agreements.policies.evidence import EVIDENCE_REFUSALS, require_evidence
from korpu_partners.agreements.records import Evidence
from korpu_partners.agreements.refusals.documents import DatedInTheFuture
from korpu_partners.agreements.refusals.renewals import HasSuccessor, NothingToRenew, NoticeTooLate
from korpu_partners.agreements.tables import Agreement
from korpu_partners.permissions import DEPARTMENT


class DeclineRenewal(Changes):
    """Who does not want it to go on, since when, and the paper that says so."""

    wished_by: Initiative
    on: Annotated[Day, Field(description="The day of the notice.")]
    document: Evidence
    reason: Text


@agreements.changes(
    who=DEPARTMENT,
    when=BINDING,
    emits=[AgreementRenewalDeclined],
    refuses=[NothingToRenew, NoticeTooLate, DatedInTheFuture, HasSuccessor, *EVIDENCE_REFUSALS],
    requires=[require_end, require_no_successor],
)
async def decline_renewal(agreement: Agreement, command: DeclineRenewal, uow: UnitOfWork) -> None:
    """Record notice that the agreement shall end on its last day; one that renews itself needs it in time."""
    assert agreement.ends  # noqa: S101 -- it has an end, as is required
    if command.on > uow.today:
        raise DatedInTheFuture("on", on=command.on.isoformat())
    latest = notice_date(agreement.ends, agreement.renewal)
    if renews_itself(agreement.terms) and command.on > latest:
        raise NoticeTooLate("on", date=latest.isoformat())
    await require_evidence(agreement, command.document, "document", uow)
    agreement.non_renewal = NonRenewal(
        on=command.on, wished_by=command.wished_by, document=command.document, reason=command.reason
    )
    await uow.emit(agreement, AgreementRenewalDeclined(wished_by=command.wished_by, reason=command.reason))
