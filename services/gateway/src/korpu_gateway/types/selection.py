"""Selections as the portal sees them: who compares those who applied, by what, and how far it has come."""

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from uuid import UUID

from korpu_gateway.readmodel.columns import ordered, reference
from korpu_gateway.reads.declared import aggregate, part
from korpu_gateway.reads.fields import at
from korpu_gateway.reads.kinds import Words
from korpu_gateway.reads.permissions import OFFICE, everything
from korpu_gateway.reads.relations import each, many, one
from korpu_gateway.types.lists.selection import SelectionFilter, SelectionOrder
from korpu_gateway.types.nodes import Node
from korpu_gateway.types.words.application import SelectionStatus, TieRule

if TYPE_CHECKING:
    from korpu_gateway.reads.connection import Connection
    from korpu_gateway.types.mobility_paper import MobilityPaper
    from korpu_gateway.types.opportunity import Opportunity
    from korpu_gateway.types.person import Person


@part
class CriterionWeight:
    """How much a criterion weighs of a hundred."""

    criterion_id: UUID = at()
    weight: int = at()


@part
class DestinationSeats:
    """How many places there are in a destination, at most."""

    destination_id: UUID = at()
    places: int = at()


def _prepared(state: dict[str, Any]) -> Words:
    return {"sort": state["code"], "search": (state["code"],)}


@aggregate(
    topic="mobility.selections.v1",
    plural="selections",
    listed="Selections of those who applied, by code.",
    readers={OFFICE | {"auditor", "rectorate"}: everything},
    columns=(ordered("score_by"), reference("opportunity_id")),
    prepared=_prepared,
    filter=SelectionFilter,
    order=SelectionOrder,
    came_of=("opportunity_id",),
)
class Selection(Node):
    """How those who applied to one opportunity are compared, and who compares them."""

    status: SelectionStatus = at()
    opportunity: "Opportunity | None" = one("opportunity", "opportunity_id")
    members: "list[Person]" = each("person", "member_ids")
    quorum: int = at()
    tie_rule: TieRule = at()
    lot_seed: str | None = at()
    pass_mark: Decimal | None = at()
    score_by: date = at()
    weights: list[CriterionWeight] = at()
    seats: list[DestinationSeats] = at()
    compared: int | None = at()
    ranked_on: date | None = at()
    allocated_on: date | None = at()
    offered_on: date | None = at()
    reopened_on: date | None = at()
    reason: str | None = at()
    papers: "Connection[MobilityPaper]" = many("mobility_paper", "selection_id")
