"""`VerifyProposal`: see what came of a proposal; neither who proposed it nor who did it says so."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Text
from korpu_events.permissions import HEAD, OFFICER, RECTORATE
from korpu_events.proposals.aggregate import proposals
from korpu_events.proposals.domain.lifecycle import ProposalStatus
from korpu_events.proposals.facts import ProposalVerified
from korpu_events.proposals.policies.ending import end
from korpu_events.proposals.policies.people import require_another
from korpu_events.proposals.refusals import OwnProposal, OwnUnnamedProposal, VerifierDidIt
from korpu_events.proposals.tables import Proposal


class VerifyProposal(Changes):
    """What came of it."""

    outcome: Annotated[Text, Field(max_length=2000, description="What is better now, and where one sees it.")]


@proposals.changes(
    who=[OFFICER, HEAD, RECTORATE],
    when=[ProposalStatus.IMPLEMENTED],
    to=[ProposalStatus.VERIFIED],
    emits=[ProposalVerified],
    refuses=[OwnProposal, OwnUnnamedProposal, VerifierDidIt],
    barred={"author": OwnProposal},
)
async def verify_proposal(proposal: Proposal, command: VerifyProposal, uow: UnitOfWork) -> None:
    """Confirm that a proposal has done its work, as somebody sees who neither proposed nor did it."""
    require_another(proposal, uow)
    if {uow.principal.subject, str(uow.principal.person_id)} & set(proposal.doers):
        raise VerifierDidIt
    proposal.verified_on, proposal.outcome = uow.today, command.outcome
    end(proposal, ProposalStatus.VERIFIED, uow)
    await uow.emit(proposal, ProposalVerified(on=uow.today, outcome=command.outcome))
