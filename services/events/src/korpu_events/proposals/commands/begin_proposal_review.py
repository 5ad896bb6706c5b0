"""`BeginProposalReview`: weigh a proposal; from now on it is the office's."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_events.permissions import HEAD, OFFICER
from korpu_events.proposals.aggregate import proposals
from korpu_events.proposals.domain.lifecycle import ProposalStatus
from korpu_events.proposals.facts import ProposalReviewBegan
from korpu_events.proposals.tables import Proposal


class BeginProposalReview(Changes):
    """Which proposal is weighed."""


@proposals.changes(
    who=[OFFICER, HEAD],
    when=[ProposalStatus.TRIAGED],
    to=[ProposalStatus.UNDER_REVIEW],
    emits=[ProposalReviewBegan],
)
async def begin_proposal_review(proposal: Proposal, command: BeginProposalReview, uow: UnitOfWork) -> None:
    """Weigh a proposal; whoever proposed it does not take it back any more."""
    proposal.status = ProposalStatus.UNDER_REVIEW
    await uow.emit(proposal, ProposalReviewBegan())
