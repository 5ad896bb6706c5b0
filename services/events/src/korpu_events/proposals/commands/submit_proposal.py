"""`SubmitProposal`: anyone at the university says how international work can be better."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Creates
from korpu_chassis.commands.permission import ANYONE
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import LocalizedText
from korpu_events.fields import Title
from korpu_events.proposals.aggregate import proposals
from korpu_events.proposals.domain.lifecycle import ProposalStatus, ProposalTheme
from korpu_events.proposals.facts import ProposalSubmitted
from korpu_events.proposals.inputs import ConcernedUnit, Effect, ProposalText
from korpu_events.proposals.policies.people import person_of
from korpu_events.proposals.policies.similarity import similar, words_of
from korpu_events.proposals.refusals import ProposalPersonUnknown, SimilarProposals
from korpu_events.proposals.rules import triage_clock
from korpu_events.proposals.tables import Proposal


class SubmitProposal(Creates):
    """What is to be better, how, and what would come of it; everybody who is signed in reads it."""

    title: Title
    description: ProposalText
    expected_effect: Effect | None = None
    theme: ProposalTheme
    unit: ConcernedUnit | None = None
    unnamed: Annotated[bool, Field(description="Who proposes it, the head alone can learn, and each look is kept.")] = (
        False
    )


@proposals.creates(
    who=[ANYONE], to=[ProposalStatus.SUBMITTED], emits=[ProposalSubmitted], refuses=[ProposalPersonUnknown]
)
async def submit_proposal(command: SubmitProposal, uow: UnitOfWork) -> Proposal:
    """Propose something; who proposed the like before is shown, and nothing names whoever wants no name."""
    person, uow.unnamed = person_of(uow), command.unnamed
    title, description = LocalizedText.of(command.title), LocalizedText.of(command.description)
    words = words_of(title, description)
    if known := await similar(words, uow):
        uow.warn(SimilarProposals("title", known=", ".join(each.code for each in known)))
    series = f"PRP-{uow.today.year}"
    proposal = Proposal(
        **command.model_dump(include={"theme", "unit", "unnamed"}),
        code=f"{series}-{await uow.number(series):03}",
        status=ProposalStatus.SUBMITTED,
        title=title,
        description=description,
        expected_effect=LocalizedText.of(command.expected_effect) if command.expected_effect else None,
        proposer_id=None if command.unnamed else person,
        unnamed_proposer_id=person if command.unnamed else None,
        words=words,
        submitted_on=uow.today,
        clock=triage_clock(uow.today),
    )
    await uow.emit(proposal, ProposalSubmitted())
    return proposal
