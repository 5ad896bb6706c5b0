"""`DeclineProposal`: it is not to be done, with the reason."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Text
from korpu_events.permissions import HEAD, RECTORATE
from korpu_events.proposals.aggregate import proposals
from korpu_events.proposals.domain.lifecycle import ProposalStatus
from korpu_events.proposals.facts import ProposalDeclined
from korpu_events.proposals.policies.ending import end
from korpu_events.proposals.policies.people import require_another
from korpu_events.proposals.refusals import OwnProposal, OwnUnnamedProposal
from korpu_events.proposals.tables import Proposal


class DeclineProposal(Changes):
    """Why; whoever proposed it and whoever supports it reads that."""

    reason: Text


@proposals.changes(
    who=[HEAD, RECTORATE],
    when=[ProposalStatus.UNDER_REVIEW],
    to=[ProposalStatus.DECLINED],
    emits=[ProposalDeclined],
    refuses=[OwnProposal, OwnUnnamedProposal],
    barred={"author": OwnProposal},
)
async def decline_proposal(proposal: Proposal, command: DeclineProposal, uow: UnitOfWork) -> None:
    """Decline a proposal, with a reason that all who read it can read."""
    require_another(proposal, uow)
    proposal.decided_on, proposal.reason = uow.today, command.reason
    end(proposal, ProposalStatus.DECLINED, uow)
    await uow.emit(proposal, ProposalDeclined(reason=command.reason))
