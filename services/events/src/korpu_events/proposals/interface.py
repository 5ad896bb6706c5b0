"""What events' other aggregates may ask of proposals: ids come in, values go out."""

from uuid import UUID

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_events.proposals.domain.lifecycle import DECIDED_FOR
from korpu_events.proposals.facts import ProposalPutIntoAction
from korpu_events.proposals.policies.commitments import enter, reckon
from korpu_events.proposals.policies.ending import forget_person
from korpu_events.proposals.refusals import ProposalNotAccepted
from korpu_events.proposals.tables import Proposal

PROPOSAL_REFUSALS = (ProposalNotAccepted,)


async def take_proposal(id: UUID, path: str, uow: UnitOfWork) -> UUID:
    """Take a proposal that an action point follows from; gives its story."""
    proposal = await uow.lock(Proposal, id, path)
    if proposal.status not in DECIDED_FOR:
        raise ProposalNotAccepted(path)
    return proposal.correlation_id


async def enter_commitment(proposal_id: UUID, action_point_id: UUID, uow: UnitOfWork) -> None:
    """Enter a commitment in the proposal that was taken for it."""
    proposal = await uow.session.get_one(Proposal, proposal_id)
    enter(proposal, (action_point_id,))
    await uow.emit(proposal, ProposalPutIntoAction(action_points=(action_point_id,)))


async def reckon_proposal(proposal_id: UUID, uow: UnitOfWork) -> None:
    """An action point of it was done, or is not done after all: see what that makes of the proposal."""
    if await uow.exists(Proposal, proposal_id):  # older commitments name proposals that nobody kept
        await reckon(await uow.lock(Proposal, proposal_id), uow)


async def forget_in_proposals(person_id: UUID, uow: UnitOfWork) -> None:
    """Forget somebody in all proposals; that there was one more supporter or remark stays."""
    await forget_person(person_id, uow)
