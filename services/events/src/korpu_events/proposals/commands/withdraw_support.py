"""`WithdrawSupport`: say that one does not want it any more."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.permission import ANYONE
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_events.proposals.aggregate import proposals
from korpu_events.proposals.domain.lifecycle import UNDECIDED
from korpu_events.proposals.facts import ProposalSupportWithdrawn
from korpu_events.proposals.policies.people import drop_supporter, person_of
from korpu_events.proposals.refusals import NotSupported, ProposalPersonUnknown
from korpu_events.proposals.tables import Proposal


class WithdrawSupport(Changes):
    """Which proposal one does not want any more."""


@proposals.changes(
    who=[ANYONE], when=UNDECIDED, emits=[ProposalSupportWithdrawn], refuses=[ProposalPersonUnknown, NotSupported]
)
async def withdraw_support(proposal: Proposal, command: WithdrawSupport, uow: UnitOfWork) -> None:
    """Take one's support back, until it is decided."""
    if not await drop_supporter(proposal.id, person_of(uow), uow):
        raise NotSupported
    proposal.supporters -= 1
    await uow.emit(proposal, ProposalSupportWithdrawn(supporters=proposal.supporters))
