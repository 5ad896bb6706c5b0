"""`RecordPartnerApproval`: record that the partner approves the terms, with evidence."""

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.agreements.aggregate import agreements
from korpu_partners.agreements.domain.lifecycle import Status
from korpu_partners.agreements.facts import AgreementApprovalGiven, AgreementApproved
from korpu_partners.agreements.inputs import PartnerSaysYes
from korpu_partners.agreements.policies.approval import Read, give_approval, partner_approval
from korpu_partners.agreements.policies.evidence import EVIDENCE_REFUSALS, require_evidence
from korpu_partners.agreements.policies.parties import as_written
from korpu_partners.agreements.refusals.documents import DatedInTheFuture
from korpu_partners.agreements.refusals.reviews import NotItsTurn, TermsMoved
from korpu_partners.agreements.tables import Agreement
from korpu_partners.permissions import DEPARTMENT


class RecordPartnerApproval(PartnerSaysYes):
    """The partner's yes to the terms, with the letter or minute that it stands in."""

    terms_version: Read


@agreements.changes(
    who=DEPARTMENT,
    when=[Status.IN_REVIEW],
    to=[Status.IN_REVIEW, Status.APPROVED],
    emits=[AgreementApprovalGiven, AgreementApproved],
    refuses=[NotItsTurn, TermsMoved, DatedInTheFuture, *EVIDENCE_REFUSALS],
    in_turn=NotItsTurn,
)
async def record_partner_approval(agreement: Agreement, command: RecordPartnerApproval, uow: UnitOfWork) -> None:
    """Record that the partner approves the terms, with evidence."""
    await require_evidence(agreement, command.evidence, "evidence", uow)
    approval = partner_approval(command, command.terms_version, agreement.terms_hash, uow)
    partner_id = await as_written(agreement.terms, command.organisation_id, uow)
    approval = approval.model_copy(update={"organisation_id": partner_id})
    await give_approval(agreement, approval, uow)
