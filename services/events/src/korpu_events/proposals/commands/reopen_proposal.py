"""`ReopenProposal`: weigh again what was decided by mistake."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Text
from korpu_events.permissions import HEAD
from korpu_events.proposals.aggregate import proposals
from korpu_events.proposals.domain.lifecycle import ProposalStatus
from korpu_events.proposals.facts import ProposalReopened
from korpu_events.proposals.policies.ending import go_on
from korpu_events.proposals.rules import decision_clock
from korpu_events.proposals.tables import Proposal


class ReopenProposal(Changes):
    """What was wrong with the decision."""

    reason: Text


@proposals.changes(
    who=[HEAD],
    when=[ProposalStatus.ACCEPTED, ProposalStatus.DECLINED],
    to=[ProposalStatus.UNDER_REVIEW],
    emits=[ProposalReopened],
)
async def reopen_proposal(proposal: Proposal, command: ReopenProposal, uow: UnitOfWork) -> None:
    """Weigh again what was declined, or accepted and not begun; it is to be decided in its days anew."""
    go_on(proposal, ProposalStatus.UNDER_REVIEW)
    proposal.decided_on = proposal.reason = None
    proposal.clock, proposal.overdue = decision_clock(uow.today), False
    await uow.emit(proposal, ProposalReopened(reason=command.reason))
