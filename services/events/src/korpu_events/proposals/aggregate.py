"""The definition of proposals: who reads them, whose they are, which texts are translated, and what falls due."""

from collections.abc import Sequence

from korpu_chassis.clock import end_of_day
from korpu_chassis.commands.aggregate import AggregateDefinition
from korpu_chassis.commands.permission import ANYONE
from korpu_chassis.commands.translation import translates
from korpu_chassis.deadlines import Deadline
from korpu_events.permissions import HEAD, OFFICER
from korpu_events.proposals.domain.lifecycle import ProposalStatus
from korpu_events.proposals.facts import (
    ProposalForgotten,
    ProposalImplemented,
    ProposalJoined,
    ProposalPutIntoAction,
    ProposalTakenUpAgain,
)
from korpu_events.proposals.state import ProposalState
from korpu_events.proposals.tables import Proposal
from korpu_events.proposals.tasks import tasks_of

THE_PROPOSER = (ANYONE.own("proposer_id"), ANYONE.own("unnamed_proposer_id"))
"""Whoever proposed it, with a name or without."""


def deadlines_of(proposal: Proposal) -> Sequence[Deadline]:
    """It is looked at too late, decided too late, and who took part is forgotten; each once."""
    wanted = []
    if proposal.status == ProposalStatus.SUBMITTED and not proposal.overdue:
        wanted.append(Deadline(end_of_day(proposal.due), "triage"))
    if proposal.status in {ProposalStatus.TRIAGED, ProposalStatus.UNDER_REVIEW} and not proposal.overdue:
        wanted.append(Deadline(end_of_day(proposal.due), "decision"))
    if proposal.kept_until and not proposal.forgotten_on:
        wanted.append(Deadline(end_of_day(proposal.kept_until), "forgetting"))
    return wanted


proposals = AggregateDefinition(
    Proposal,
    state=ProposalState,
    topic="events.proposals.v1",
    readers=[ANYONE],
    deadlines=deadlines_of,
    tasks=tasks_of,
    unasked={
        ProposalStatus.ACCEPTED: (ProposalStatus.IN_ACTION,),
        ProposalStatus.IN_ACTION: (ProposalStatus.IMPLEMENTED,),
        ProposalStatus.IMPLEMENTED: (ProposalStatus.IN_ACTION,),
        ProposalStatus.VERIFIED: (ProposalStatus.IN_ACTION,),
    },
)
proposals.also_emits(
    ProposalForgotten, ProposalImplemented, ProposalJoined, ProposalPutIntoAction, ProposalTakenUpAgain
)
translates(proposals, [OFFICER, HEAD], title="title", description="description", expected_effect="expected_effect")
