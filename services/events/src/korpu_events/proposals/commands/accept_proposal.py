"""`AcceptProposal`: it is to be done, and these commitments follow from it."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Text
from korpu_events.action_points.interface import COMMITMENT_REFUSALS, Commitment
from korpu_events.permissions import HEAD, RECTORATE
from korpu_events.proposals.aggregate import proposals
from korpu_events.proposals.domain.lifecycle import ProposalStatus
from korpu_events.proposals.facts import ProposalAccepted
from korpu_events.proposals.policies.commitments import follow
from korpu_events.proposals.policies.people import require_another
from korpu_events.proposals.refusals import OwnProposal, OwnUnnamedProposal
from korpu_events.proposals.tables import Proposal


class AcceptProposal(Changes):
    """What follows from it, if that is known already, and what else is to be said."""

    note: Annotated[Text | None, Field(max_length=1000, description="Everybody who reads the proposal reads it.")] = (
        None
    )
    commitments: Annotated[tuple[Commitment, ...], Field(max_length=20)] = ()


@proposals.changes(
    who=[HEAD, RECTORATE],
    when=[ProposalStatus.UNDER_REVIEW],
    to=[ProposalStatus.ACCEPTED, ProposalStatus.IN_ACTION],
    emits=[ProposalAccepted],
    refuses=[OwnProposal, OwnUnnamedProposal, *COMMITMENT_REFUSALS],
    barred={"author": OwnProposal},
)
async def accept_proposal(proposal: Proposal, command: AcceptProposal, uow: UnitOfWork) -> None:
    """Accept a proposal and open the action points that follow from it; without any it waits for them."""
    require_another(proposal, uow)
    proposal.status, proposal.decided_on, proposal.overdue = ProposalStatus.ACCEPTED, uow.today, False
    proposal.reason = command.note
    opened = await follow(proposal, command.commitments, uow)
    await uow.emit(proposal, ProposalAccepted(note=command.note, action_points=opened))
