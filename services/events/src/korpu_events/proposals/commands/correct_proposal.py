"""`CorrectProposal`: put right what a proposal says, before anybody weighs it."""

from korpu_chassis.commands.command import Corrects
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import LocalizedText
from korpu_chassis.validation.codes import Text
from korpu_events.fields import Title
from korpu_events.permissions import HEAD, OFFICER
from korpu_events.proposals.aggregate import THE_PROPOSER, proposals
from korpu_events.proposals.domain.lifecycle import UNSEEN
from korpu_events.proposals.facts import ProposalCorrected
from korpu_events.proposals.inputs import ConcernedUnit, Effect, ProposalText
from korpu_events.proposals.policies.people import hide_unnamed
from korpu_events.proposals.policies.similarity import words_of
from korpu_events.proposals.tables import Proposal


class CorrectProposal(Corrects):
    """What is given replaces what was written, and why; what is left out stays."""

    title: Title | None = None
    description: ProposalText | None = None
    expected_effect: Effect | None = None
    unit: ConcernedUnit | None = None
    reason: Text


@proposals.changes(who=[OFFICER, HEAD, *THE_PROPOSER], when=UNSEEN, emits=[ProposalCorrected])
async def correct_proposal(proposal: Proposal, command: CorrectProposal, uow: UnitOfWork) -> None:
    """Put right its words or its unit; translations of what changed are outdated."""
    hide_unnamed(proposal, uow)
    if command.title:
        proposal.title = proposal.title.edited(command.title)
    if command.description:
        proposal.description = proposal.description.edited(command.description)
    if command.expected_effect:
        held = proposal.expected_effect
        proposal.expected_effect = (
            held.edited(command.expected_effect) if held else LocalizedText.of(command.expected_effect)
        )
    proposal.unit = command.unit or proposal.unit
    proposal.words = words_of(proposal.title, proposal.description)
    await uow.emit(proposal, ProposalCorrected(reason=command.reason))
