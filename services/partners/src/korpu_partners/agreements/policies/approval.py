"""What an approval does: by an office of ours, or by the partner."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import whole_number
from korpu_partners.agreements.domain.lifecycle import Status
from korpu_partners.agreements.domain.reviews import Approval, Review, approve
from korpu_partners.agreements.domain.routes import Step
from korpu_partners.agreements.facts import AgreementApprovalGiven, AgreementApproved
from korpu_partners.agreements.inputs import PartnerSaysYes
from korpu_partners.agreements.refusals.documents import DatedInTheFuture
from korpu_partners.agreements.refusals.reviews import NotYourStep
from korpu_partners.agreements.tables import Agreement
from korpu_partners.permissions import COORDINATOR, FINANCE, HEAD, LEGAL, OFFICER, RECTORATE, REVIEWERS

DECIDES = {
    Step.FACULTY: (COORDINATOR.of("unit"),),
    Step.DEPARTMENT: (HEAD,),
    Step.LEGAL: (LEGAL,),
    Step.FINANCE: (FINANCE,),
    Step.RECTORATE: (RECTORATE,),
    Step.PARTNER: (OFFICER, HEAD),
}
OURS = (HEAD, *REVIEWERS)
Read = Annotated[int, Field(ge=1, le=1_000_000, description="The version of the terms that was read."), whole_number]


def require_office_of_step(step: Step, agreement: Agreement, uow: UnitOfWork) -> None:
    """The caller is of the office that this step belongs to."""
    if not any(role.admits(uow.principal, agreement) for role in DECIDES[step]):
        raise NotYourStep("step", step=step.value)


def partner_approval(command: PartnerSaysYes, version: int, digest: str, uow: UnitOfWork) -> Approval:
    """The partner's approval as it is kept: with its own day and evidence, and who recorded it."""
    if command.on > uow.today:
        raise DatedInTheFuture("on", on=command.on.isoformat())
    return Approval(
        by=Step.PARTNER,
        organisation_id=command.organisation_id,
        terms_version=version,
        terms_hash=digest,
        on=command.on,
        subject=uow.principal.subject,
        evidence=command.evidence,
    )


async def give_approval(agreement: Agreement, approval: Approval, uow: UnitOfWork) -> None:
    """Write an approval down; the last one that is missing approves all."""
    agreement.review = approve(_review(agreement), approval, uow.today)
    agreement.approved_terms = agreement.version_of_terms(uow.today)
    version = approval.terms_version
    given = AgreementApprovalGiven(by=approval.by, organisation_id=approval.organisation_id, terms_version=version)
    await uow.emit(agreement, given)
    if not agreement.review.missing:
        agreement.status, agreement.approved_on = Status.APPROVED, uow.today
        await uow.emit(agreement, AgreementApproved(terms_version=version))


def _review(agreement: Agreement) -> Review:
    assert agreement.review is not None  # noqa: S101 -- what is in review has a route
    return agreement.review
