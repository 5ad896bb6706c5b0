"""`DiscussProposal`: say something about a proposal."""

from uuid_utils.compat import uuid7

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.permission import ANYONE
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_events.permissions import HEAD, OFFICER
from korpu_events.proposals.aggregate import proposals
from korpu_events.proposals.domain.lifecycle import GOING_ON, ProposalSide
from korpu_events.proposals.facts import ProposalDiscussed
from korpu_events.proposals.inputs import RemarkText
from korpu_events.proposals.policies.people import hide_unnamed, is_proposer
from korpu_events.proposals.tables import Proposal, Remark


class DiscussProposal(Changes):
    """What one has to say; the words stay with the office, everybody who is signed in reads them there."""

    text: RemarkText


@proposals.changes(who=[ANYONE], when=GOING_ON, emits=[ProposalDiscussed])
async def discuss_proposal(proposal: Proposal, command: DiscussProposal, uow: UnitOfWork) -> None:
    """Say something about a proposal while it goes on; whoever proposed it unnamed is not named here either."""
    hide_unnamed(proposal, uow)
    remark = Remark(
        id=uuid7(),
        proposal_id=proposal.id,
        at=uow.now,
        side=_side(proposal, uow),
        person_id=None if uow.unnamed else uow.principal.person_id,
        text=command.text,
    )
    uow.session.add(remark)
    proposal.remarks += 1
    await uow.emit(proposal, ProposalDiscussed(remarks=proposal.remarks))


def _side(proposal: Proposal, uow: UnitOfWork) -> ProposalSide:
    if is_proposer(proposal, uow.principal.person_id):
        return ProposalSide.PROPOSER
    office = any(role.borne_by(uow.principal) for role in (OFFICER, HEAD))
    return ProposalSide.OFFICE if office else ProposalSide.UNIVERSITY
