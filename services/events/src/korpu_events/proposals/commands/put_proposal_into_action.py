"""`PutProposalIntoAction`: open action points that follow from an accepted proposal."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_events.action_points.interface import COMMITMENT_REFUSALS, Commitment
from korpu_events.permissions import HEAD, OFFICER
from korpu_events.proposals.aggregate import proposals
from korpu_events.proposals.domain.lifecycle import DECIDED_FOR, ProposalStatus
from korpu_events.proposals.facts import ProposalPutIntoAction
from korpu_events.proposals.policies.commitments import follow
from korpu_events.proposals.tables import Proposal


class PutProposalIntoAction(Changes):
    """Who does what by when."""

    commitments: Annotated[tuple[Commitment, ...], Field(min_length=1, max_length=20)]


@proposals.changes(
    who=[OFFICER, HEAD],
    when=DECIDED_FOR,
    to=[ProposalStatus.IN_ACTION],
    emits=[ProposalPutIntoAction],
    refuses=COMMITMENT_REFUSALS,
)
async def put_proposal_into_action(proposal: Proposal, command: PutProposalIntoAction, uow: UnitOfWork) -> None:
    """Open action points of an accepted proposal; when all are done, it is implemented."""
    opened = await follow(proposal, command.commitments, uow)
    await uow.emit(proposal, ProposalPutIntoAction(action_points=opened))
