"""`RecordAmendmentApproval`: record that the partner approves an amendment, with evidence."""

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.agreements.aggregate import agreements
from korpu_partners.agreements.domain.amendment_texts import Number
from korpu_partners.agreements.domain.amendments import the_open
from korpu_partners.agreements.domain.lifecycle import BINDING
from korpu_partners.agreements.domain.requirements import require_an_amendment
from korpu_partners.agreements.facts import AgreementAmendmentApprovalGiven, AgreementAmendmentApproved
from korpu_partners.agreements.inputs import PartnerSaysYes
from korpu_partners.agreements.policies.amendment_approval import give_approval
from korpu_partners.agreements.policies.approval import partner_approval
from korpu_partners.agreements.policies.evidence import EVIDENCE_REFUSALS, require_evidence
from korpu_partners.agreements.refusals.amendments import NoAmendment
from korpu_partners.agreements.refusals.documents import DatedInTheFuture
from korpu_partners.agreements.refusals.reviews import NotItsTurn
from korpu_partners.agreements.tables import Agreement
from korpu_partners.permissions import DEPARTMENT


class RecordAmendmentApproval(PartnerSaysYes):
    """The partner's yes to an amendment, with the letter or minute that it stands in."""

    number: Number


@agreements.changes(
    who=DEPARTMENT,
    when=BINDING,
    emits=[AgreementAmendmentApprovalGiven, AgreementAmendmentApproved],
    refuses=[NoAmendment, NotItsTurn, DatedInTheFuture, *EVIDENCE_REFUSALS],
    requires=[require_an_amendment],
    in_turn=NotItsTurn,
)
async def record_amendment_approval(agreement: Agreement, command: RecordAmendmentApproval, uow: UnitOfWork) -> None:
    """Record that the partner approves an amendment, with evidence."""
    amendment = the_open(agreement.amendments, command.number)
    await require_evidence(agreement, command.evidence, "evidence", uow)
    approval = partner_approval(command, amendment.review.terms_version, amendment.terms_hash, uow)
    await give_approval(agreement, amendment, approval, uow)
