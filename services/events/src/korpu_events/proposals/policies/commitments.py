"""What follows from a proposal: its action points, and that it is implemented when all of them are done."""

from collections.abc import Sequence
from uuid import UUID

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_events.action_points.interface import Commitment, open_commitments, standing_of
from korpu_events.proposals.domain.lifecycle import DONE, ProposalStatus
from korpu_events.proposals.facts import ProposalImplemented, ProposalTakenUpAgain
from korpu_events.proposals.policies.ending import go_on
from korpu_events.proposals.tables import Proposal

ORIGIN = "proposal"


async def follow(proposal: Proposal, given: Sequence[Commitment], uow: UnitOfWork) -> tuple[UUID, ...]:
    """Open action points of a proposal in its own story; with the first it is in action."""
    uow.correlation_id = proposal.correlation_id
    opened = tuple(await open_commitments(given, ORIGIN, proposal.id, uow))
    enter(proposal, opened)
    return opened


def enter(proposal: Proposal, opened: tuple[UUID, ...]) -> None:
    """Count action points among what follows from it."""
    if opened:
        proposal.action_points = (*proposal.action_points, *opened)
        proposal.status = ProposalStatus.IN_ACTION


async def reckon(proposal: Proposal, uow: UnitOfWork) -> None:
    """See whether all that follows from it is done, or is not any more."""
    standing = await standing_of(ORIGIN, proposal.id, uow)
    done = all(each.done for each in standing)
    if done and proposal.status == ProposalStatus.IN_ACTION:
        proposal.status, proposal.implemented_on = ProposalStatus.IMPLEMENTED, uow.today
        proposal.doers = tuple(sorted({doer for each in standing for doer in each.doers}))
        await uow.emit(proposal, ProposalImplemented(on=uow.today))
    elif not done and proposal.status in DONE:
        go_on(proposal, ProposalStatus.IN_ACTION)
        proposal.implemented_on = proposal.verified_on = proposal.outcome = None
        proposal.doers = ()
        await uow.emit(proposal, ProposalTakenUpAgain())
