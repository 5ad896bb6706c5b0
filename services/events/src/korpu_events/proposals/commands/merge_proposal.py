"""`MergeProposal`: let a proposal go on in another one that says the same."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.refusals import NotFound
from korpu_events.permissions import HEAD, OFFICER
from korpu_events.proposals.aggregate import proposals
from korpu_events.proposals.domain.lifecycle import GOING_ON, UNDECIDED, ProposalStatus
from korpu_events.proposals.facts import ProposalJoined, ProposalMerged
from korpu_events.proposals.policies.ending import end
from korpu_events.proposals.policies.people import move_supporters
from korpu_events.proposals.refusals import MergedIntoItself, MergeIntoEnded
from korpu_events.proposals.tables import Proposal


class MergeProposal(Changes):
    """In which other one it goes on."""

    into: Annotated[UUID, Field(description="The proposal in which it goes on.")]


@proposals.changes(
    who=[OFFICER, HEAD],
    when=UNDECIDED,
    to=[ProposalStatus.MERGED],
    emits=[ProposalMerged],
    refuses=[MergedIntoItself, MergeIntoEnded, NotFound],
)
async def merge_proposal(proposal: Proposal, command: MergeProposal, uow: UnitOfWork) -> None:
    """Let it go on in another one; who supports it supports that one from now on, each once."""
    if command.into == proposal.id:
        raise MergedIntoItself("into")
    target = await uow.lock(Proposal, command.into, "into")
    if target.status not in GOING_ON:
        raise MergeIntoEnded("into", code=target.code)
    moved = await move_supporters(proposal, target, uow)
    target.supporters += moved
    proposal.merged_into = target.id
    end(proposal, ProposalStatus.MERGED, uow)
    await uow.emit(proposal, ProposalMerged(into=target.id))
    await uow.emit(target, ProposalJoined(proposal_id=proposal.id, supporters=target.supporters))
