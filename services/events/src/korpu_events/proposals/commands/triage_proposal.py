"""`TriageProposal`: say what a proposal is about, whom it concerns and who sees to it."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_events.permissions import HEAD, OFFICER
from korpu_events.proposals.aggregate import proposals
from korpu_events.proposals.domain.lifecycle import UNSEEN, ProposalStatus, ProposalTheme
from korpu_events.proposals.facts import ProposalTriaged
from korpu_events.proposals.inputs import ConcernedUnit, Responsible
from korpu_events.proposals.rules import decision_clock
from korpu_events.proposals.tables import Proposal


class TriageProposal(Changes):
    """What is left out stays as it was proposed; who names nobody takes it."""

    theme: ProposalTheme | None = None
    unit: ConcernedUnit | None = None
    responsible: Responsible | None = None


@proposals.changes(who=[OFFICER, HEAD], when=UNSEEN, to=[ProposalStatus.TRIAGED], emits=[ProposalTriaged])
async def triage_proposal(proposal: Proposal, command: TriageProposal, uow: UnitOfWork) -> None:
    """Say what it is about and who sees to it; from the first time on the days until the decision count."""
    if proposal.status == ProposalStatus.SUBMITTED:
        proposal.clock, proposal.overdue = decision_clock(uow.today), False
    proposal.theme, proposal.unit = command.theme or proposal.theme, command.unit or proposal.unit
    proposal.responsible = command.responsible or uow.principal.subject
    proposal.status = ProposalStatus.TRIAGED
    await uow.emit(proposal, ProposalTriaged(responsible=proposal.responsible))
