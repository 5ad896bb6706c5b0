"""Proposals as the portal sees them: what is to be better, who wants it, and what came of it."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from korpu_gateway.owners.personal import PROPOSALS
from korpu_gateway.owners.remote_fields import told
from korpu_gateway.readmodel.columns import number, ordered, ranked, reference, word, yes_no
from korpu_gateway.reads.declared import aggregate, part
from korpu_gateway.reads.fields import at
from korpu_gateway.reads.kinds import Words
from korpu_gateway.reads.permissions import INSIDE, SIGNED_IN, everything
from korpu_gateway.reads.relations import each, many, one
from korpu_gateway.types.lists.proposal import ProposalFilter, ProposalOrder
from korpu_gateway.types.nodes import Node
from korpu_gateway.types.own_actions import own_actions
from korpu_gateway.types.values import LocalizedText, in_all_languages, spoken
from korpu_gateway.types.words.proposal import ProposalSide, ProposalStatus, ProposalTheme

if TYPE_CHECKING:
    from korpu_gateway.reads.connection import Connection
    from korpu_gateway.types.action_point import ActionPoint
    from korpu_gateway.types.person import Person


@part
class ProposalRemark:
    """What somebody has said of a proposal; whoever proposed it without a name is not named here either."""

    id: UUID = at()
    side: ProposalSide = at()
    on: datetime = at("at")
    person_id: UUID | None = at()
    text: str = at()


def _prepared(state: dict[str, Any]) -> Words:
    said = (*in_all_languages(state["title"]), *in_all_languages(state["description"]), state["code"])
    return {"sort": spoken(state["title"]), "search": said}


@aggregate(
    topic="events.proposals.v1",
    plural="proposals",
    listed="How international work can be better, by title; everybody who is signed in reads them.",
    readers={SIGNED_IN: everything},
    columns=(
        word("theme"),
        word("responsible"),
        ordered("submitted_on"),
        ordered("due"),
        yes_no("overdue"),
        number("supporters"),
        ranked("support", "supporters"),
        reference("proposer_id"),
        reference("merged_into"),
    ),
    prepared=_prepared,
    filter=ProposalFilter,
    order=ProposalOrder,
)
class Proposal(Node):
    """How international work can be better, in somebody's words."""

    status: ProposalStatus = at()
    title: LocalizedText = at()
    description: LocalizedText = at()
    expected_effect: LocalizedText | None = at()
    theme: ProposalTheme = at()
    unnamed: bool = at()
    proposer: "Person | None" = one("person", "proposer_id")
    supporters: int = at()
    remarks: int = at()
    responsible: str | None = at(seen_by=INSIDE)
    submitted_on: date = at()
    due: date = at()
    overdue: bool = at()
    decided_on: date | None = at()
    reason: str | None = at()
    merged_into: "Proposal | None" = one("proposal", "merged_into")
    merged_here: "Connection[Proposal]" = many("proposal", "merged_into")
    action_points: "list[ActionPoint]" = each("action_point", "action_points")
    implemented_on: date | None = at()
    verified_on: date | None = at()
    outcome: str | None = at()
    available_actions: list[str] = own_actions(
        "proposal", PROPOSALS, "mine", hides="unnamed", theirs="unnamed_proposer_id"
    )
    unnamed_proposer_id: UUID | None = told(
        PROPOSALS,
        "unnamed_proposer_id",
        description="Which person proposed it without a name, as the owner tells the head alone; each look is kept.",
    )
    discussion: list[ProposalRemark] | None = told(
        PROPOSALS, "discussion", description="What was said of it, the oldest first, as the owner tells it."
    )
    mine: bool | None = told(PROPOSALS, "mine", description="Whether the caller proposed it, with a name or without.")
    supported: bool | None = told(PROPOSALS, "supported", description="Whether the caller supports it.")
