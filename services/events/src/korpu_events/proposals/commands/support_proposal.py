"""`SupportProposal`: say that one wants what somebody else has proposed."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.permission import ANYONE
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_events.proposals.aggregate import proposals
from korpu_events.proposals.domain.lifecycle import UNDECIDED
from korpu_events.proposals.facts import ProposalSupported
from korpu_events.proposals.policies.people import add_supporter, is_proposer, person_of
from korpu_events.proposals.refusals import ProposalPersonUnknown, SupportedAlready, SupportOfOneself
from korpu_events.proposals.tables import Proposal


class SupportProposal(Changes):
    """Which proposal one wants, too."""


@proposals.changes(
    who=[ANYONE],
    when=UNDECIDED,
    emits=[ProposalSupported],
    refuses=[ProposalPersonUnknown, SupportOfOneself, SupportedAlready],
    barred={"author": SupportOfOneself},
)
async def support_proposal(proposal: Proposal, command: SupportProposal, uow: UnitOfWork) -> None:
    """Support a proposal until it is decided; everybody counts once."""
    person = person_of(uow)
    if is_proposer(proposal, person):
        raise SupportOfOneself
    if not await add_supporter(proposal.id, person, uow):
        raise SupportedAlready
    proposal.supporters += 1
    await uow.emit(proposal, ProposalSupported(supporters=proposal.supporters))
