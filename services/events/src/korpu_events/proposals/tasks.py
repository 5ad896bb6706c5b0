"""What waits for whom about a proposal: that it is looked at, weighed, decided, begun and verified."""

from collections.abc import Iterator

from korpu_chassis.commands.task import Task
from korpu_events.permissions import HEAD
from korpu_events.proposals.domain.lifecycle import ProposalStatus
from korpu_events.proposals.tables import Proposal


def tasks_of(proposal: Proposal) -> Iterator[Task]:
    """Everything that waits for somebody, as the proposal stands; the head is asked besides once it is late.

    Who proposed it does not decide; of whoever did so without a name, nothing is said here either.
    """
    due, proposer = proposal.due, (proposal.proposer_id,) if proposal.proposer_id else ()
    match proposal.status:
        case ProposalStatus.SUBMITTED:
            yield Task(("TriageProposal", "MergeProposal"), since=proposal.submitted_on, due=due)
        case ProposalStatus.TRIAGED if proposal.responsible:
            yield Task(("BeginProposalReview",), due=due, subjects=(proposal.responsible,))
            if proposal.overdue:
                yield Task(("TriageProposal",), since=due, due=due, whose=(HEAD,))
        case ProposalStatus.UNDER_REVIEW:
            yield Task(("AcceptProposal", "DeclineProposal"), due=due, never=proposer)
        case ProposalStatus.ACCEPTED:
            yield Task(("PutProposalIntoAction",), since=proposal.decided_on)
        case ProposalStatus.IMPLEMENTED:
            yield Task(("VerifyProposal",), since=proposal.implemented_on, never=(*proposer, *proposal.doers))
