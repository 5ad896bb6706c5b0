"""What the clock does with proposals: late steps are told of, and people are forgotten."""

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.deadlines import Deadline
from korpu_events.proposals.aggregate import proposals
from korpu_events.proposals.facts import ProposalDecisionOverdue, ProposalForgotten, ProposalTriageOverdue
from korpu_events.proposals.policies.ending import forget_all
from korpu_events.proposals.tables import Proposal

HEAD, DECIDERS = ("head",), ("head", "rectorate")


@proposals.due("triage", emits=[ProposalTriageOverdue])
async def triage_overdue(proposal: Proposal, _: Deadline, uow: UnitOfWork) -> None:
    """Nobody has looked at it in time: the head is told, once."""
    proposal.overdue = True
    await uow.emit(proposal, ProposalTriageOverdue(due=proposal.due, tell=HEAD))


@proposals.due("decision", emits=[ProposalDecisionOverdue])
async def decision_overdue(proposal: Proposal, _: Deadline, uow: UnitOfWork) -> None:
    """Nobody has decided in time: those who may are told, once."""
    proposal.overdue = True
    await uow.emit(proposal, ProposalDecisionOverdue(due=proposal.due, tell=DECIDERS))


@proposals.due("forgetting", emits=[ProposalForgotten])
async def forgetting(proposal: Proposal, _: Deadline, uow: UnitOfWork) -> None:
    """Who took part is known for its time, and no longer."""
    await forget_all(proposal, uow)
