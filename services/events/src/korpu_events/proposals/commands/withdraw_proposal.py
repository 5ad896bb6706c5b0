"""`WithdrawProposal`: whoever proposed it takes it back before it is weighed."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Text
from korpu_events.proposals.aggregate import THE_PROPOSER, proposals
from korpu_events.proposals.domain.lifecycle import UNSEEN, ProposalStatus
from korpu_events.proposals.facts import ProposalWithdrawn
from korpu_events.proposals.policies.ending import end
from korpu_events.proposals.policies.people import hide_unnamed
from korpu_events.proposals.tables import Proposal


class WithdrawProposal(Changes):
    """Why; whoever supports it reads that."""

    reason: Text


@proposals.changes(who=THE_PROPOSER, when=UNSEEN, to=[ProposalStatus.WITHDRAWN], emits=[ProposalWithdrawn])
async def withdraw_proposal(proposal: Proposal, command: WithdrawProposal, uow: UnitOfWork) -> None:
    """Take back what one has proposed, before it is weighed."""
    hide_unnamed(proposal, uow)
    proposal.reason = command.reason
    end(proposal, ProposalStatus.WITHDRAWN, uow)
    await uow.emit(proposal, ProposalWithdrawn(reason=command.reason))
