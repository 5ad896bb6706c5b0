"""`RenewAgreement`: draft a successor with the same terms for the next period; what was signed stays as it is."""

from datetime import timedelta
from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Day, Text
from korpu_partners.agreements.aggregate import agreements
from korpu_partners.agreements.domain.endings import require_no_notice_or_reason
from korpu_partners.agreements.domain.lifecycle import RUNNING, Status
from korpu_partners.agreements.domain.renewal import same_length, successor_terms
from korpu_partners.agreements.domain.requirements import require_end, require_no_successor
from korpu_partners.agreements.domain.rules import require_valid_terms
from korpu_partners.agreements.facts import AgreementDrafted, AgreementRenewalBegun
from korpu_partners.agreements.policies.succession import succeeding
from korpu_partners.agreements.refusals.ends import EndsByNotice
from korpu_partners.agreements.refusals.renewals import HasSuccessor, NothingToRenew
from korpu_partners.agreements.refusals.terms import TERMS_REFUSALS
from korpu_partners.agreements.tables import Agreement
from korpu_partners.permissions import DEPARTMENT


class RenewAgreement(Changes):
    """The next period; left out, it follows without a gap and is as long as the present one."""

    starts: Day | None = None
    ends: Day | None = None
    reason: Annotated[Text | None, Field(description="Asked for once notice of termination was given.")] = None


@agreements.changes(
    who=DEPARTMENT,
    when=[*RUNNING, Status.SUSPENDED, Status.EXPIRED],
    emits=[AgreementDrafted, AgreementRenewalBegun],
    refuses=[HasSuccessor, NothingToRenew, EndsByNotice, *TERMS_REFUSALS],
    requires=[require_no_successor, require_end],
)
async def renew_agreement(agreement: Agreement, command: RenewAgreement, uow: UnitOfWork) -> None:
    """Draft a successor with the same terms for the next period; what was signed stays as it is."""
    began, ended = agreement.takes_effect, agreement.ends
    assert began is not None  # noqa: S101 -- it was signed, as is required
    assert ended is not None  # noqa: S101 -- it has an end, as is required
    starts = command.starts or ended + timedelta(days=1)
    require_no_notice_or_reason(agreement.termination, command.reason)
    terms = successor_terms(agreement.terms, began, starts, command.ends or same_length(began, ended, starts))
    require_valid_terms(terms)
    successor = await succeeding(agreement, terms, uow)
    await uow.emit(successor, AgreementDrafted())
    agreement.successor_id = successor.id
    await uow.emit(agreement, AgreementRenewalBegun(successor_id=successor.id))
